package dev.aisle.profile.segments.members;

import com.google.protobuf.util.Timestamps;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.segments.v1.SegmentChange;
import dev.aisle.contracts.segments.v1.SegmentChange.Direction;
import dev.aisle.platform.consent.Consent;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.storage.Outbox;
import dev.aisle.profile.people.domain.ChangedPerson;
import dev.aisle.profile.segments.domain.evaluation.Outcome;
import dev.aisle.profile.segments.members.MemberRepository.Member;
import dev.aisle.profile.segments.usecase.RulesInUse;
import dev.aisle.profile.segments.usecase.UsableEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Finds out in which segments people are now, writes and tells the difference, and when to look again. */
@ApplicationScoped
class KeepMemberships {
    private final RulesInUse rulesInUse;
    private final UsableEvents usableEvents;
    private final MemberRepository members;
    private final DueRepository due;
    private final Outbox outbox;
    private final ConsentView consents;
    private final String tenant;

    KeepMemberships(
            RulesInUse rulesInUse,
            UsableEvents usableEvents,
            MemberRepository members,
            DueRepository due,
            Outbox outbox,
            ConsentView consents,
            @ConfigProperty(name = "aisle.tenant") String tenant) {
        this.rulesInUse = rulesInUse;
        this.usableEvents = usableEvents;
        this.members = members;
        this.due = due;
        this.outbox = outbox;
        this.consents = consents;
        this.tenant = tenant;
    }

    /** What changes for a batch of people. */
    private record Changes(List<Member> entered, List<Member> left, Map<String, Instant> dueAt) {
        Changes() {
            this(new ArrayList<>(), new ArrayList<>(), new TreeMap<>());
        }
    }

    /** Of people whose rows are locked by this transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(Collection<ChangedPerson> people, Instant at) {
        if (people.isEmpty()) {
            return;
        }
        Instant now = at.truncatedTo(ChronoUnit.MILLIS);
        RulesInUse.Loaded rules = rulesInUse.held();
        Map<String, Set<String>> before =
                members.of(people.stream().map(ChangedPerson::pseudonym).toList());
        Changes changes = new Changes();
        for (ChangedPerson person : people) {
            Map<String, Outcome> outcomes = usableEvents
                    .of(person.pseudonym(), person.events(), now)
                    .map(usable -> rules.rules().of(usable, now))
                    .orElse(Map.of());
            compare(person, before.getOrDefault(person.pseudonym(), Set.of()), outcomes, rules, now, changes);
        }
        write(changes);
    }

    /** Whoever moves from one segment to another has left before entering. */
    private void compare(
            ChangedPerson person,
            Set<String> before,
            Map<String, Outcome> outcomes,
            RulesInUse.Loaded rules,
            Instant now,
            Changes changes) {
        Set<String> in = new TreeSet<>();
        outcomes.forEach((segment, outcome) -> {
            if (outcome.holds()) {
                in.add(segment);
            }
        });
        for (String segment : new TreeSet<>(before)) {
            if (!in.contains(segment)) {
                changes.left().add(moved(person, segment, Direction.LEFT, rules, now));
            }
        }
        for (String segment : in) {
            if (!before.contains(segment)) {
                changes.entered().add(moved(person, segment, Direction.ENTERED, rules, now));
            }
        }
        changes.dueAt()
                .put(
                        person.pseudonym(),
                        outcomes.values().stream()
                                .map(Outcome::nextChange)
                                .min(Instant::compareTo)
                                .orElse(Instant.MAX));
    }

    private Member moved(
            ChangedPerson person, String segment, Direction direction, RulesInUse.Loaded rules, Instant now) {
        Member member = new Member(segment, person.pseudonym(), rules.versions().getOrDefault(segment, 0), now);
        if (isHeardOf(person.pseudonym(), now)) {
            tell(person, member, direction);
        }
        return member;
    }

    /** Who has withdrawn everything has no key to seal a change with; whoever hears of segments hears of that, and forgets. */
    private boolean isHeardOf(String pseudonym, Instant now) {
        Consent consent = consents.of(pseudonym);
        return !consents.current()
                || !consent.payloadKeys().isEmpty()
                || !consent.granted(now).isEmpty();
    }

    private void tell(ChangedPerson person, Member member, Direction direction) {
        outbox.put(
                Topic.SEGMENTS,
                person.pseudonym(),
                SegmentChange.newBuilder()
                        .setChangeId(UUID.randomUUID().toString())
                        .setPseudonym(person.pseudonym())
                        .setTenant(tenant)
                        .setSegmentId(member.segment())
                        .setSegmentVersion(member.version())
                        .setDirection(direction)
                        .setProfileVersion(person.version())
                        .setChangedAt(Timestamps.fromMillis(member.since().toEpochMilli()))
                        .build());
    }

    private void write(Changes changes) {
        members.add(changes.entered());
        members.remove(changes.left());
        due.set(changes.dueAt());
    }

    /** Of somebody who was erased: nothing is told, whoever hears of segments hears of the erasure. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void erase(String pseudonym) {
        members.removeAll(pseudonym);
        due.remove(List.of(pseudonym));
    }

    /** Of people of whom nothing is known any more; of the others nothing is forgotten. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(Collection<String> pseudonyms) {
        if (pseudonyms.isEmpty()) {
            return;
        }
        members.removeOfUnknown(pseudonyms);
        due.removeOfUnknown(pseudonyms);
    }

    /** Puts memberships under another pseudonym; what follows from both together is found out next. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void move(String pseudonym, String successor) {
        members.move(pseudonym, successor);
        due.remove(List.of(pseudonym));
    }
}
