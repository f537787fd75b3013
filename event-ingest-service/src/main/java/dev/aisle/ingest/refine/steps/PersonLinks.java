package dev.aisle.ingest.refine.steps;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import dev.aisle.contracts.ingest.v1.PersonLink;
import dev.aisle.ingest.shared.values.Timestamps;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which known person an anonymous pseudonym belongs to. {@link #join} is commutative, associative and idempotent: in whatever order,
 * and however often the claims are read, the same link comes out. That makes the links exact under replays.
 */
public final class PersonLinks {
    private PersonLinks() {}

    /** What one event of a known person says. */
    public static PersonLink claim(String anonymous, String known, Timestamp at) {
        return PersonLink.newBuilder()
                .setAnonymousPseudonym(anonymous)
                .setKnownPseudonym(known)
                .setLinkedAt(at)
                .build();
    }

    /** Both links of one anonymous pseudonym in one. Two people make it shared, and a shared one names neither. */
    public static PersonLink join(PersonLink a, PersonLink b) {
        boolean shared =
                a.getShared() || b.getShared() || !a.getKnownPseudonym().equals(b.getKnownPseudonym());
        Instant atOfA = Timestamps.toInstant(a.getLinkedAt());
        Instant atOfB = Timestamps.toInstant(b.getLinkedAt());
        return PersonLink.newBuilder()
                .setAnonymousPseudonym(a.getAnonymousPseudonym())
                .setKnownPseudonym(shared ? "" : a.getKnownPseudonym())
                .setLinkedAt(Timestamps.of(atOfA.isBefore(atOfB) ? atOfA : atOfB))
                .setShared(shared)
                .build();
    }

    /** Reads a record of the topic, or says in the exception what is wrong with it. */
    public static PersonLink read(@Nullable String key, byte[] value) throws InvalidProtocolBufferException {
        PersonLink link = PersonLink.parseFrom(value);
        if (key == null || !link.getAnonymousPseudonym().equals(key)) {
            throw new InvalidProtocolBufferException("the key isn't the anonymous pseudonym");
        }
        boolean namesOne =
                !link.getKnownPseudonym().isEmpty() && !link.getKnownPseudonym().equals(key);
        if (namesOne == link.getShared()) {
            throw new InvalidProtocolBufferException("a link names one person or is shared");
        }
        return link;
    }
}
