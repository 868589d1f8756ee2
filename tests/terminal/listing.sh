#!/usr/bin/env bash
# Long listings go through a pager, short ones do not.
# usage: listing.sh OPSCTL RUNBOOKS
. "$(dirname "$0")/stage.sh"

# A command and its end, which the typed line does not show.
to_its_end() { typed "$1; echo \"fertig \$((1 + 1))\""; sees 'fertig 2'; }
shows() { screen | grep -qF -- "$1"; }

# The pager shows the beginning and waits; its end is the end.
export PAGER='less -X'
open
say list
sees 'アクション会議'
keys q
to_its_end 'echo "status $?"'
shows 'status 0' || wrong "leaving the pager is a failure"
shows '運用者教育' && wrong "the last item is shown although the pager was left"

# What fits the screen stands there without a pager, as does everything with --no-input.
blank
marked="PAGER='echo pa''ged; cat' $opsctl --lang ja"
to_its_end "$marked list --cycle 1/D"
shows 'paged' && wrong "a short listing was paged"
blank
to_its_end "$marked --no-input list | tail -n 1; $marked --no-input list >/dev/null; $marked --no-input list --cycle 1/Y"
shows 'paged' && wrong "with --no-input, or into a pipe, it was paged"
blank
to_its_end "$marked list | tail -n 1"
shows 'paged' && wrong "into a pipe it was paged"

# The pager of the user; none where PAGER is empty.
blank
to_its_end "PAGER='head -n 1; cat >$folder/rest' $opsctl --lang ja list"
[ -s "$folder/rest" ] || wrong "the pager of the user was not asked"
blank
to_its_end "PAGER= $opsctl --lang ja list"
shows '75  inc-75' || wrong "without a pager the end is not on the screen"

# A pager that is not there, or that may not be run, costs nothing but itself.
for pager in nosuch-pager "$folder"; do
  blank
  to_its_end "PAGER='$pager -R' $opsctl --lang ja list; echo \"status \$?\""
  shows '75  inc-75' || wrong "the listing is lost where the pager $pager cannot be run"
  shows 'status 0' || wrong "a pager that cannot be run is a failure of the listing"
done

exit $failed
