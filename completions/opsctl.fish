# fish completion for opsctl. All answers come from opsctl itself.

function __opsctl_complete
    set -l line (commandline -opc)
    set -l program $line[1]
    set -e line[1]
    set -l word (string unescape -- (commandline -ct))
    set -l answer ($program __complete -- $line "$word" 2>/dev/null)
    # "--evidence=": what stands in the same word as the file.
    set -l option (string match -r -- '^--[a-z-]+=' "$word")
    set -l path (string replace -r -- '^--[a-z-]+=' '' "$word")
    switch "$answer[1]"
        case files
            string replace -r -- '^' "$option" (__fish_complete_path "$path")
        case folders
            string replace -r -- '^' "$option" (__fish_complete_directories "$path" '')
        case list
            set -e answer[1]
            printf '%s\n' $answer
    end
end

complete -c opsctl -f -k -a '(__opsctl_complete)'
