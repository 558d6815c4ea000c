"""The completion scripts of bash and zsh: one core for both, and a frame for each.

The core is plain shell that both read. Given the words up to the cursor, it prints one
candidate a line: the whole word, a tab, what it stands for. A line that begins with
`//` asks for file names instead, after the text that follows its tab. The frames take
the line apart, choose the candidates that begin as typed, and quote them.
"""

from __future__ import annotations

from shlex import quote

from timeline_tui.cli.completion_words import (
    SHELLS,
    columns,
    offered,
    typed_forms,
    with_value,
    words_of_verbs,
)
from timeline_tui.cli.options import OPTIONS, VERBS
from timeline_tui.query.terms import FACETS, FIELDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_CORE = r"""# Made by `kgtl completion`; see `kgtl help completion`.

_kgtl_offers() {
    local store='' verb='' given='' ended='' option='' word=''
    shift
    while [ $# -gt 1 ]; do
        word="$1"; shift
        if [ -n "$option" ]; then
            [ "$option" = --store ] && store="$word"
            option=''
            continue
        fi
        case "$ended$word" in
            --) ended=: ;;
            --store=*) store="${word#*=}" ;;
            @WITH_VALUE@) option="$word" ;;
            --*|-?|-?=*) ;;
            @VERBS@)
                if [ -z "$verb$given" ]; then verb="$word"; else given=:; fi ;;
            *) given=: ;;
        esac
    done
    word="$1"
    if [ -n "$option" ]; then
        _kgtl_values "$option" '' "$word"
        return
    fi
    case "$ended$word" in
        --*=*|-?=*) _kgtl_values "${word%%=*}" "${word%%=*}=" "${word#*=}" ;;
        --*) _kgtl_options ;;
        -) _kgtl_options; _kgtl_words ;;
        *) _kgtl_words ;;
    esac
}

_kgtl_ask() {
    case "$store" in '~/'*) store="$HOME/${store#??}" ;; esac
    KGTL_STORE="${store:-${KGTL_STORE-}}" command kgtl completion "$1" -- "$2" \
        2>/dev/null </dev/null
}

_kgtl_query() {
    local minus=''
    case "$word" in
        *:*) _kgtl_ask query "$word"; return ;;
        -*) minus=- ;;
    esac
    printf -- "$minus"'%s\t%s\n' @FIELDS@
}

_kgtl_verbs() { printf '%s\t%s\n' @VERB_HELP@; }

_kgtl_words() {
    case "$verb" in
        '') [ -n "$given$ended" ] || _kgtl_verbs; _kgtl_query ;;
@WORDS@
    esac
}

_kgtl_list() {
    local lead="$1${2%"${2##*,}"}"
    printf -- '%s\n' @LIST@ |
        while IFS= read -r word; do printf '%s\n' "$lead$word"; done
}

_kgtl_values() {
    case "$1" in
@VALUES@
    esac
}

_kgtl_options() {
    case "$verb" in
@OPTIONS@
    esac
}

_kgtl_told() {
    local name
    for name in "$@"; do
        case "$name" in
@TOLD@
        esac
    done
}
"""

_BASH = r"""
_kgtl() {
    local line="${COMP_LINE:0:COMP_POINT}" word='' quote='' begun='' target='' char
    local typed offer told i start=0 before=0
    typed=()
    for ((i = 0; i < ${#line}; i++)); do
        char="${line:i:1}"
        if [[ $quote ]]; then
            if [[ $char == "$quote" ]]; then
                quote='' start=$before
            elif [[ $char == \\ && $quote == \" && ${line:i+1:1} == [\\\"\$\`] ]]; then
                i=$((i + 1)) word+="${line:i:1}"
            else
                word+="$char"
            fi
            continue
        fi
        case "$char" in
            \\) i=$((i + 1)) word+="${line:i:1}" begun=1 ;;
            \'|\") quote="$char" before=$start start=${#word} begun=1 ;;
            [[:blank:]]|'<'|'>')
                [[ $begun && ! $target ]] && typed+=("$word")
                [[ $begun ]] && target=''
                [[ $char == [\<\>] ]] && target=1
                word='' begun='' start=0 ;;
            *)
                word+="$char" begun=1
                [[ $COMP_WORDBREAKS == *"$char"* ]] && start=${#word} ;;
        esac
    done
    COMPREPLY=()
    if [[ $target ]]; then
        _kgtl_files ''
        return
    fi
    while IFS=$'\t' read -r offer told; do
        if [[ $offer == // ]]; then
            _kgtl_files "$told"
            return
        fi
        [[ $offer == "$word"* ]] && _kgtl_reply "$offer"
    done < <(_kgtl_offers "${typed[@]}" "$word")
}

_kgtl_reply() {
    local reply="${1:start}"
    if [[ ! $quote ]]; then
        [[ $reply == *[!A-Za-z0-9_,.:/@%+=~-]* ]] && printf -v reply %q "$reply"
        [[ $reply == *[:=] ]] || reply+=' '
    fi
    COMPREPLY+=("$reply")
}

_kgtl_files() {
    local file
    compopt -o filenames +o nospace 2>/dev/null
    while IFS= read -r file; do
        file="$1$file"
        COMPREPLY+=("${file:start}")
    done < <(compgen -f -- "${word:${#1}}")
}

complete -o nospace -F _kgtl kgtl
"""

_ZSH = r"""
_kgtl() {
    local offer told lead
    local -a typed found shown open
    typed=("${(@Q)words[1,CURRENT-1]}" "${(Q)IPREFIX}${(Q)PREFIX}")
    while IFS=$'\t' read -r offer told; do
        if [[ $offer == // ]]; then
            [[ -n $told ]] && compset -P '*='
            _files
            return
        fi
        if [[ $offer == *: || $offer == *= ]]; then
            open+=("$offer")
        else
            found+=("$offer")
            shown+=("$offer${told:+  -- $told}")
        fi
    done < <(_kgtl_offers "${typed[@]}")
    local code=1
    (( $#open )) && compadd -S '' -a open && code=0
    (( $#found )) && compadd -l -d shown -a found && code=0
    return code
}

if [[ ${funcstack[1]-} == _kgtl ]]; then
    _kgtl "$@"
elif (( $+functions[compdef] )); then
    compdef _kgtl kgtl
fi
"""


def bash_script() -> str:
    """Give the script for bash, from version 3.2 on."""
    return _core() + _BASH


def zsh_script() -> str:
    """Give the script for zsh: to be sourced, or put into `fpath` as `_kgtl`."""
    return "#compdef kgtl\n" + _core() + _ZSH


def _core() -> str:
    named = [verb for verb in VERBS.values() if verb.name]
    text = _CORE
    for slot, filling in (
        ("WITH_VALUE", "|".join(with_value())),
        ("VERBS", "|".join(verb.name for verb in named)),
        ("FIELDS", _quoted(x for f, told in FIELDS.items() for x in (f"{f}:", told))),
        ("VERB_HELP", _quoted(x for verb in named for x in (verb.name, verb.help))),
        ("WORDS", _words()),
        ("LIST", _quoted(columns())),
        ("VALUES", _values()),
        ("OPTIONS", _options()),
        ("TOLD", _told()),
    ):
        text = text.replace(f"@{slot}@", filling)
    return text


def _quoted(words: Iterable[str]) -> str:
    return " ".join(map(quote, words))


def _words() -> str:
    """What is offered for the words of each verb that has some."""
    offers = {
        "query": "_kgtl_query",
        "field": f"[ -n \"$given\" ] || printf '%s\\n' {_quoted(FACETS)}; _kgtl_query",
        "id": '_kgtl_ask id "$word"',
        "cite": '_kgtl_ask cite "$word"',
        "files": "printf '//\\t\\n'",
        "verb": "_kgtl_verbs; printf '%s\\n' query dates formats environment",
        "shell": f"printf '%s\\n' {_quoted(SHELLS)}",
    }
    known = words_of_verbs()
    return _cases((name, offers[kind]) for name, kind in known if kind in offers)


def _values() -> str:
    """What is offered for the value of each option that takes one."""
    offers = {
        "files": "printf '//\\t%s\\n' \"$2\"",
        "source": '_kgtl_ask source "$3" | while IFS= read -r word; do'
        " printf '%s\\n' \"$2$word\"; done",
        "list": '_kgtl_list "$2" "$3"',
    }
    rows = []
    for option in OPTIONS.values():
        kind = offered(option) if option.argument else "nothing"
        if kind == "values":
            told = f"printf -- \"$2\"'%s\\n' {_quoted(option.values)}"
            rows.append(("|".join(typed_forms(option)), told))
        elif kind in offers:
            rows.append(("|".join(typed_forms(option)), offers[kind]))
    return _cases(rows)


def _options() -> str:
    """Which options each verb knows."""
    return _cases(
        (quote(verb.name), f"_kgtl_told {' '.join(verb.options)}")
        for verb in VERBS.values()
    )


def _told() -> str:
    """How each option is typed, and its line of help."""
    return _cases(
        (
            option.name,
            "printf -- '%s\\t%s\\n' "
            + _quoted(x for form in typed_forms(option) for x in (form, option.help)),
        )
        for option in OPTIONS.values()
    )


def _cases(rows: Iterable[tuple[str, str]]) -> str:
    return "\n".join(f"        {pattern}) {told} ;;" for pattern, told in rows)
