"""The completion script of fish: one function that gives every candidate.

It prints the whole word, a tab, and what it stands for; fish chooses and quotes.
"""

from __future__ import annotations

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

_SCRIPT = r"""# Made by `kgtl completion`; see `kgtl help completion`.

function __kgtl_offers
    set -l typed (commandline -opc)
    set -l word (commandline -ct | string replace -ra '["\']|\\\\(?=.)' '')
    set -l store $KGTL_STORE
    set -l verb ''
    set -l given ''
    set -l ended ''
    set -l option ''
    for each in $typed[2..-1]
        if test -n "$option"
            test "$option" = --store; and set store $each
            set option ''
            continue
        end
        switch "$ended$each"
            case --
                set ended :
            case '--store=*'
                set store (string replace -- --store= '' $each)
            case @WITH_VALUE@
                set option $each
            case '--*' '-?' '-?=*'
            case @VERBS@
                if test -z "$verb$given"
                    set verb $each
                else
                    set given :
                end
            case '*'
                set given :
        end
    end
    set store (string replace -r '^~/' "$HOME/" -- "$store")
    if test -n "$option"
        __kgtl_values $option '' "$word" "$store"
        return
    end
    switch "$ended$word"
        case '--*=*' '-?=*'
            set -l parts (string split -m 1 = -- $word)
            __kgtl_values $parts[1] "$parts[1]=" "$parts[2]" "$store"
        case '--*'
            __kgtl_options "$verb"
        case '*'
            test "$word" = -; and __kgtl_options "$verb"
            __kgtl_words "$verb" "$given$ended" "$word" "$store"
    end
end

function __kgtl_ask -a kind word store
    KGTL_STORE=$store command kgtl completion $kind -- $word 2>/dev/null </dev/null
end

function __kgtl_query -a word store
    if string match -q -- '*:*' $word
        __kgtl_ask query $word $store
        return
    end
    set -l minus (string match -r -- '^-?' $word)
    printf '%s\t%s\n' @FIELDS@
end

function __kgtl_verbs
    printf '%s\t%s\n' @VERB_HELP@
end

function __kgtl_words -a verb given word store
    switch "$verb"
        case ''
            test -z "$given"; and __kgtl_verbs
            __kgtl_query "$word" "$store"
@WORDS@
    end
end

function __kgtl_list -a lead word
    printf '%s\n' $lead(string match -r -- '^(?:.*,)?' $word)@LIST@
end

function __kgtl_values -a option lead word store
    switch $option
@VALUES@
    end
end

function __kgtl_options -a verb
    switch "$verb"
@OPTIONS@
    end
end

function __kgtl_told
    for name in $argv
        switch $name
@TOLD@
        end
    end
end

complete -c kgtl -f -a '(__kgtl_offers)'
"""


def fish_script() -> str:
    """Give the script for fish, from version 3.1 on."""
    named = [verb for verb in VERBS.values() if verb.name]
    text = _SCRIPT
    for slot, filling in (
        ("WITH_VALUE", " ".join(with_value())),
        ("VERBS", " ".join(verb.name for verb in named)),
        (
            "FIELDS",
            " ".join(f'"$minus"{f}: {_quote(told)}' for f, told in FIELDS.items()),
        ),
        ("VERB_HELP", _quoted(x for verb in named for x in (verb.name, verb.help))),
        ("WORDS", _words()),
        ("LIST", f"{{{','.join(columns())}}}"),
        ("VALUES", _values()),
        ("OPTIONS", _options()),
        ("TOLD", _told()),
    ):
        text = text.replace(f"@{slot}@", filling)
    return text


def _quoted(words: Iterable[str]) -> str:
    return " ".join(map(_quote, words))


def _quote(word: str) -> str:
    """Quote as fish does: only backslash and quote mean something inside quotes."""
    escaped = word.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"


def _words() -> str:
    """What is offered for the words of each verb that has some."""
    query = '__kgtl_query "$word" "$store"'
    facets = f"test -z \"$given\"; and printf '%s\\n' {_quoted(FACETS)}"
    offers = {
        "query": (query,),
        "field": (facets, query),
        "id": ('__kgtl_ask id "$word" "$store"',),
        "cite": ('__kgtl_ask cite "$word" "$store"',),
        "files": ('__fish_complete_path "$word"',),
        "verb": ("__kgtl_verbs", "printf '%s\\n' query dates formats environment"),
        "shell": (f"printf '%s\\n' {_quoted(SHELLS)}",),
    }
    known = words_of_verbs()
    return _cases((name, offers[kind]) for name, kind in known if kind in offers)


def _values() -> str:
    """What is offered for the value of each option that takes one."""
    offers = {
        "files": ('__fish_complete_path "$word" | string replace -r "^" -- "$lead"',),
        "source": ('printf \'%s\\n\' "$lead"(__kgtl_ask source "$word" "$store")',),
        "list": ('__kgtl_list "$lead" "$word"',),
    }
    rows = []
    for option in OPTIONS.values():
        kind = offered(option) if option.argument else "nothing"
        if kind == "values":
            values = " ".join(f'"$lead"{value}' for value in option.values)
            told = f"printf '%s\\n' {values}"
            rows.append((" ".join(typed_forms(option)), (told,)))
        elif kind in offers:
            rows.append((" ".join(typed_forms(option)), offers[kind]))
    return _cases(rows)


def _options() -> str:
    """Which options each verb knows."""
    return _cases(
        (_quote(verb.name), (f"__kgtl_told {' '.join(verb.options)}",))
        for verb in VERBS.values()
    )


def _told() -> str:
    """How each option is typed, and its line of help."""
    return _cases(
        (
            option.name,
            (
                "printf '%s\\t%s\\n' "
                + _quoted(
                    x for form in typed_forms(option) for x in (form, option.help)
                ),
            ),
        )
        for option in OPTIONS.values()
    )


def _cases(rows: Iterable[tuple[str, tuple[str, ...]]]) -> str:
    indent = "\n                "
    return "\n".join(
        f"            case {pattern}{indent}{indent.join(lines)}"
        for pattern, lines in rows
    )
