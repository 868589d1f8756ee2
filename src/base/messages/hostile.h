// clang-format off
#pragma once

#include "base/message.h"

namespace opsctl::messages {

// What is typed, read or opened and is not what it seems to be.
OPSCTL_MESSAGE(look_alike, "'{0}' ({1}) only looks like a character of an id; type ids in plain letters, digits and '-'", "「{0}」（{1}）は見た目が似ているだけの文字です。IDは半角の英数字と「-」で入力してください");
OPSCTL_MESSAGE(evidence_changed, "it changed while it was read", "読み込み中に変更されました");
OPSCTL_MESSAGE(schema_not_ours, "the tables of the journal {0} are not as opsctl makes them", "記録簿 {0} の表の構造が opsctl の作るものと違います");
OPSCTL_MESSAGE(schema_not_ours_hint, "'opsctl verify' says what differs; go on with a backup", "違いは opsctl verify で確かめ、バックアップを使ってください");

}  // namespace opsctl::messages
