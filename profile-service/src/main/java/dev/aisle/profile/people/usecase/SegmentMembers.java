package dev.aisle.profile.people.usecase;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who is in which segment, as reads of people show it. Nothing here asks for consent: whoever reads does. */
public interface SegmentMembers {
    /** Whether there is such a segment. */
    boolean exists(String segment);

    /**
     * The next members of a segment in the order of their pseudonyms.
     *
     * @param after the last one of the page before; empty for the first page
     * @param limit most of a page; fewer come only at the end
     */
    List<String> members(String segment, String after, int limit);

    /** The segments that these people are in, by person; who is in none isn't there. */
    Map<String, Set<String>> of(Collection<String> pseudonyms);
}
