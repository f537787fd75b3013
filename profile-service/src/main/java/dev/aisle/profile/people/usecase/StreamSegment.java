package dev.aisle.profile.people.usecase;

import dev.aisle.contracts.common.v1.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Gives the members of a segment who may be read, one after the other. */
@ApplicationScoped
public class StreamSegment {
    private static final int PAGE = 500;

    private final SegmentMembers segments;
    private final ReadProfile readProfile;

    StreamSegment(SegmentMembers segments, ReadProfile readProfile) {
        this.segments = segments;
        this.readProfile = readProfile;
    }

    /** Whether there is such a segment. */
    public boolean exists(String segment) {
        return segments.exists(segment);
    }

    /**
     * In the order of the pseudonyms. Consent is asked page by page, at the moment of reading.
     *
     * @param after the last one that was read before; empty for the beginning
     * @param receiver false when nobody listens any more
     */
    public void stream(String segment, String after, @Nullable Purpose purpose, Predicate<ReadableProfile> receiver) {
        String last = after;
        List<String> page;
        do {
            page = segments.members(segment, last, PAGE);
            Map<String, ReadableProfile> readable = readProfile.read(page, purpose);
            boolean listening =
                    page.stream().map(readable::get).filter(Objects::nonNull).allMatch(receiver);
            if (!listening) {
                return;
            }
            last = page.isEmpty() ? last : page.getLast();
        } while (page.size() == PAGE);
    }
}
