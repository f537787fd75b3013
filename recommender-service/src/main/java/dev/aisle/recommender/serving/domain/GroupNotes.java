package dev.aisle.recommender.serving.domain;

import dev.aisle.recommender.serving.domain.Note.Why;
import dev.aisle.recommender.serving.domain.Recommendations.NonPersonal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says which groups of a question didn't count, and why. */
public final class GroupNotes {
    private GroupNotes() {}

    /**
     * The notes.
     *
     * @param refusal why the list isn't personal; {@code null} when it is, or when nobody asked for that
     */
    public static List<Note> of(List<Group> groups, @Nullable NonPersonal refusal, Recent recent) {
        return groups.stream()
                .filter(group ->
                        refusal == NonPersonal.NO_CONSENT || !recent.groups().containsKey(group))
                .map(group -> new Note("context", Why.NOT_USED, text(group, refusal)))
                .toList();
    }

    private static String text(Group group, @Nullable NonPersonal refusal) {
        return refusal == NonPersonal.NO_CONSENT
                ? "Without consent to personalisation the " + group.kind().label() + " isn't used."
                : "Too few people of " + group.words() + " did something lately; the list is that of the whole shop.";
    }
}
