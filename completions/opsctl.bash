# bash completion for opsctl (bash 4.4 or later). All answers come from opsctl itself.

_opsctl() {
  # The words up to the cursor, as the shell would pass them. bash's own COMP_WORDS are parted at
  # "=", ":" and "@", too. `start`: where in the last word the text begins that bash will replace.
  local text=${COMP_LINE:0:COMP_POINT} quote='' word='' begun='' c
  local -i i start=0 quoted=0
  local -a line=()
  for ((i = 0; i < ${#text}; i++)); do
    c=${text:i:1}
    case $quote$c in
      "''" | '""') quote='' ;;
      "'"?) word+=$c ;;
      \"\\ | \\) i+=1 begun=1 word+=${text:i:1} ;;
      \"?) word+=$c ;;
      "'" | \") quote=$c begun=1 quoted=${#word} ;;
      [[:space:]])
        [[ -z $begun ]] || line+=("$word")
        word='' begun='' start=0
        ;;
      *)
        begun=1 word+=$c
        [[ $c != [=:@] || $COMP_WORDBREAKS != *"$c"* ]] || start=${#word}
        ;;
    esac
  done
  [[ -z $quote ]] || start=quoted

  local program=${1/#\~/$HOME} answer
  answer=$("$program" __complete --columns "${COLUMNS:-80}" -- "${line[@]:1}" "$word" 2>/dev/null) || return 0
  case $answer in
    files*) compopt -o default ;;
    folders*) compopt -o dirnames ;;
    list*)
      local value about
      local -a values=() abouts=()
      while IFS=$'\t' read -r value about; do
        [[ -n $value && $value == "${word:0:start}"* ]] || continue
        # Within quotes these would need another quoting than bash adds.
        [[ -z $quote || $value != *[\'\"\\\$\`]* ]] || continue
        value=${value:start}
        [[ $value != *= ]] || compopt -o nospace
        [[ -n $quote ]] || printf -v value %q "$value"
        values+=("$value") abouts+=("$about")
      done <<<"${answer#list}"
      compopt -o nosort
      # A list may say more than what is put into the line; menu-complete puts in what is listed.
      if ((${#values[@]} > 1)) && [[ $COMP_TYPE != 37 && $COMP_TYPE != 42 ]]; then
        for i in "${!values[@]}"; do
          [[ -z ${abouts[i]} ]] || values[i]+="  (${abouts[i]})"
        done
      fi
      COMPREPLY=("${values[@]}")
      ;;
  esac
}

complete -F _opsctl opsctl
