package dev.aisle.profile.analysis.usecase;

import dev.aisle.profile.people.domain.PersonEvents;
import java.util.Iterator;
import java.util.SequencedMap;

/**
 * Where a page ends. Not a pseudonym, but just as many characters as tell the last two people of a page apart: a cursor that is kept
 * (a job's checkpoint) names nobody. The last one of the page belongs to the next page.
 */
final class Cursor {
    private Cursor() {}

    /**
     * A text that lies after the last but one of a page and not after the last.
     *
     * @param page two people or more
     * @throws IllegalStateException when the people don't come in the order of their characters
     */
    static String before(SequencedMap<String, PersonEvents> page) {
        Iterator<String> backwards = page.sequencedKeySet().reversed().iterator();
        String last = backwards.next();
        String other = backwards.next();
        if (last.compareTo(other) <= 0) {
            throw new IllegalStateException("people must come in the order of the characters of their pseudonyms");
        }
        int same = 0;
        while (same < other.length() && last.charAt(same) == other.charAt(same)) {
            same++;
        }
        return last.substring(0, same + 1);
    }
}
