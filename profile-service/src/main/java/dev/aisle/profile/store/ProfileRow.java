package dev.aisle.profile.store;

import dev.aisle.profile.domain.Behaviour;
import dev.aisle.profile.domain.Profile;
import dev.aisle.profile.domain.Segment;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A profile in the database. */
@Entity
@Table(name = "profile")
class ProfileRow {
    @Id
    String pseudonym = "";

    long version;

    @Column(name = "first_seen")
    Instant firstSeen = Instant.EPOCH;

    @Column(name = "last_seen")
    Instant lastSeen = Instant.EPOCH;

    long purchases;

    @JdbcTypeCode(SqlTypes.JSON)
    Behaviour behaviour = Behaviour.NONE;

    @Column(name = "new_visitor")
    boolean newVisitor;

    boolean buyer;

    Profile toProfile() {
        return new Profile(pseudonym, version, firstSeen, lastSeen, purchases, behaviour);
    }

    void take(Profile profile, Set<Segment> segments) {
        pseudonym = profile.pseudonym();
        version = profile.version();
        firstSeen = profile.firstSeen();
        lastSeen = profile.lastSeen();
        purchases = profile.purchases();
        behaviour = profile.behaviour();
        newVisitor = segments.contains(Segment.NEW_VISITOR);
        buyer = segments.contains(Segment.BUYER);
    }

    Set<Segment> segments() {
        Set<Segment> segments = EnumSet.noneOf(Segment.class);
        if (newVisitor) {
            segments.add(Segment.NEW_VISITOR);
        }
        if (buyer) {
            segments.add(Segment.BUYER);
        }
        return segments;
    }
}
