package dev.aisle.privacy.rights.transparency;

import java.util.List;
import java.util.Map;

/**
 * What a shopper may see of what a shop knows, why it was shown something, and how to change it.
 *
 * @param uses for each purpose whether data may be used, and why
 * @param known what each service holds
 * @param shown what was shown lately, newest first
 * @param unanswered services that couldn't be asked now: what they know is missing here
 * @param rights what the person can ask for
 */
record Transparency(
        String subject,
        List<Use> uses,
        List<Holding> known,
        List<Shown> shown,
        List<String> unanswered,
        List<Right> rights) {
    public Transparency {
        uses = List.copyOf(uses);
        known = List.copyOf(known);
        shown = List.copyOf(shown);
        unanswered = List.copyOf(unanswered);
        rights = List.copyOf(rights);
    }

    /**
     * A purpose.
     *
     * @param reason a word for programs: {@code explicit_grant}
     * @param because the reason in words
     * @param change the call that changes it; empty where there is no choice
     */
    public record Use(String purpose, String what, boolean allowed, String reason, String because, String change) {}

    /**
     * Records of one kind.
     *
     * @param records how many
     * @param latest the last of them, for a look
     */
    public record Holding(
            String service,
            String what,
            String source,
            String retention,
            List<String> purposes,
            int records,
            Map<String, Object> latest) {
        public Holding {
            purposes = List.copyOf(purposes);
        }
    }

    /** Something that was shown, and why. */
    public record Shown(String at, String where, String what, boolean personal, String because) {}

    /** Something that the person can ask for. */
    public record Right(String right, String what, String call) {}
}
