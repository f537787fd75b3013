package dev.aisle.profile.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * A pseudonymous profile. Immutable: an event makes the next version.
 *
 * @param version counts the folded events
 * @param purchases how many orders
 */
public record Profile(
        String pseudonym, long version, Instant firstSeen, Instant lastSeen, long purchases, Behaviour behaviour) {

    /** Of somebody who was never seen before. */
    public static Profile unknown(String pseudonym) {
        return new Profile(pseudonym, 0, Instant.MAX, Instant.MIN, 0, Behaviour.NONE);
    }

    /** The profile after one more event. */
    public Profile fold(Observation event, Duration tasteHalfLife) {
        Behaviour next = behaviour.counted(event.type());
        if (event.interest() > 0) {
            next = next.seen(event.products())
                    .tasted(
                            event.tasteKeys(),
                            event.interest(),
                            event.occurredAt().getEpochSecond(),
                            tasteHalfLife);
        }
        return new Profile(
                pseudonym,
                version + 1,
                earlier(firstSeen, event.occurredAt()),
                later(lastSeen, event.occurredAt()),
                purchases + (event.isPurchase() ? 1 : 0),
                next);
    }

    /** The same under another pseudonym. */
    public Profile under(String successor) {
        return new Profile(successor, version, firstSeen, lastSeen, purchases, behaviour);
    }

    /** What this one and another one of the same person know together. */
    public Profile joined(Profile other, Duration tasteHalfLife) {
        return new Profile(
                pseudonym,
                version + other.version,
                earlier(firstSeen, other.firstSeen),
                later(lastSeen, other.lastSeen),
                purchases + other.purchases,
                behaviour.joined(other.behaviour, tasteHalfLife));
    }

    /** The segments that the person is in at that moment. */
    public Set<Segment> segments(Instant now, Duration newVisitorFor) {
        Set<Segment> segments = EnumSet.noneOf(Segment.class);
        if (purchases > 0) {
            segments.add(Segment.BUYER);
        } else if (version > 0 && firstSeen.plus(newVisitorFor).isAfter(now)) {
            segments.add(Segment.NEW_VISITOR);
        }
        return segments;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
