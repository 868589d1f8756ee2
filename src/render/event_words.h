// What a record of the journal says, in words and as JSON.
#pragma once

#include <string>

#include "base/json.h"
#include "model/catalog.h"
#include "model/event.h"
#include "render/look.h"

namespace opsctl::render {

std::string kind_word(const EventBody& body, const Look& look);

/// What is particular to the record: step and result, reason, decision.
std::string data_words(const EventBody& body, const Catalog& catalog, const Look& look);

/// The same as an object. Of a runbook its hash stands for the text.
Json data_json(const Event& event, const Zone& zone);

}  // namespace opsctl::render
