package dev.aisle.privacy.shared.calls;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code If-Match}: the versions at which the caller still wants the change.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#field.if-match">RFC 9110, 13.1.1</a>
 */
public final class ExpectedVersion {
    /** No condition. */
    public static final ExpectedVersion ANY = new ExpectedVersion(Set.of(), true);

    private final Set<String> tags;
    private final boolean unconditional;

    private ExpectedVersion(Set<String> tags, boolean unconditional) {
        this.tags = tags;
        this.unconditional = unconditional;
    }

    /** Reads the header. A tag that isn't one of ours, a weak one too, matches no version. */
    public static ExpectedVersion ofHeader(@Nullable String header) {
        return header == null
                ? ANY
                : new ExpectedVersion(
                        Arrays.stream(header.split(",", -1)).map(String::strip).collect(Collectors.toSet()), false);
    }

    /** Whether the change may go on from this version. */
    public boolean matches(long version) {
        return unconditional || tags.contains("\"v" + version + "\"") || (version > 0 && tags.contains("*"));
    }
}
