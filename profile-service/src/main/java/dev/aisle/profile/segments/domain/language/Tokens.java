package dev.aisle.profile.segments.domain.language;

import dev.aisle.profile.segments.domain.language.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts the text form into tokens. */
final class Tokens {
    private static final Pattern TOKEN = Pattern.compile("(?<word>[A-Za-z_][A-Za-z0-9_.]*)"
            + "|(?<number>-?[0-9]+(\\.[0-9]+)?)"
            + "|(?<sign>->|!=|<=|>=|[()|,=<>])");

    private final String source;
    private int offset;

    private Tokens(String source) {
        this.source = source;
    }

    /** All of them, the last one being {@link Kind#END}. */
    static List<Token> of(String source) {
        return new Tokens(source).all();
    }

    private List<Token> all() {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(source);
        skipSpace();
        while (offset < source.length()) {
            tokens.add(source.charAt(offset) == '"' ? text() : plain(matcher));
            skipSpace();
        }
        tokens.add(new Token(Kind.END, "", source.length()));
        return tokens;
    }

    private Token plain(Matcher matcher) {
        if (!matcher.region(offset, source.length()).lookingAt()) {
            char sign = source.charAt(offset);
            throw Places.problem(
                    source,
                    offset,
                    "This character has no meaning here.",
                    sign == '\'' || sign == '“' || sign == '„'
                            ? "A text stands between straight quotes: \"…\"."
                            : null);
        }
        int start = offset;
        offset = matcher.end();
        Kind kind =
                matcher.group("word") != null ? Kind.WORD : matcher.group("number") != null ? Kind.NUMBER : Kind.SIGN;
        return new Token(kind, matcher.group(), start);
    }

    private Token text() {
        int start = offset++;
        StringBuilder text = new StringBuilder();
        while (offset < source.length() && source.charAt(offset) != '"') {
            char next = source.charAt(offset++);
            if (next == '\\' && offset < source.length()) {
                next = source.charAt(offset++);
                if (next != '"' && next != '\\') {
                    throw Places.problem(source, offset - 2, "Unknown escape in a text.", "Known: \\\" and \\\\");
                }
            }
            text.append(next);
        }
        if (offset >= source.length()) {
            throw Places.problem(source, start, "The text doesn't end.", "Close it by a straight quote.");
        }
        offset++;
        return new Token(Kind.TEXT, text.toString(), start);
    }

    private void skipSpace() {
        while (offset < source.length() && Character.isWhitespace(source.charAt(offset))) {
            offset++;
        }
    }
}
