package dev.aisle.profile.segments.usecase;

import com.google.protobuf.Timestamp;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.segments.v1.SegmentChange;
import dev.aisle.contracts.segments.v1.SegmentChange.Direction;
import dev.aisle.platform.consent.Consent;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.consent.Use;
import dev.aisle.platform.storage.Outbox;
import dev.aisle.profile.people.domain.ChangedPerson;
import dev.aisle.profile.people.domain.PersonEvents;
import dev.aisle.profile.people.usecase.EventsOfPeople;
import dev.aisle.profile.people.usecase.PeopleChanged;
import dev.aisle.profile.people.usecase.PersonVersions;
import dev.aisle.profile.people.usecase.SegmentMembers;
import dev.aisle.profile.segments.domain.BuiltIn;
import dev.aisle.profile.segments.store.BuiltInRepository;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps the segments that every shop has, and tells who entered or left, in the transaction of the change. */
@ApplicationScoped
public class KeepBuiltIn implements PeopleChanged, SegmentMembers {
    private static final int AT_ONCE = 1_000;

    private final BuiltInRepository members;
    private final ConsentView consents;
    private final EventsOfPeople events;
    private final PersonVersions versions;
    private final Outbox outbox;
    private final String tenant;
    private final Duration newVisitorFor;

    KeepBuiltIn(
            BuiltInRepository members,
            ConsentView consents,
            EventsOfPeople events,
            PersonVersions versions,
            Outbox outbox,
            @ConfigProperty(name = "aisle.tenant") String tenant,
            @ConfigProperty(name = "aisle.profile.new-visitor-days", defaultValue = "30") int newVisitorDays) {
        this.members = members;
        this.consents = consents;
        this.events = events;
        this.versions = versions;
        this.outbox = outbox;
        this.tenant = tenant;
        this.newVisitorFor = Duration.ofDays(newVisitorDays);
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void changed(Collection<ChangedPerson> people, Instant now) {
        Map<String, Set<String>> before =
                members.of(people.stream().map(ChangedPerson::pseudonym).toList());
        for (ChangedPerson person : people) {
            Consent consent = consents.of(person.pseudonym());
            PersonEvents usable = consent.allows(Purpose.PERSONALIZATION, now)
                    ? person.events().usableFor(Purpose.PERSONALIZATION, consent.fence(Purpose.PERSONALIZATION))
                    : PersonEvents.NONE;
            Map<String, Optional<Instant>> after = BuiltIn.of(usable, now, newVisitorFor);
            Set<String> was = before.getOrDefault(person.pseudonym(), Set.of());
            was.stream().filter(segment -> !after.containsKey(segment)).forEach(segment -> left(person, segment, now));
            after.forEach((segment, leavesAt) -> {
                if (!was.contains(segment)) {
                    members.enter(person.pseudonym(), segment, leavesAt);
                    tell(person, segment, Direction.ENTERED, now);
                }
            });
        }
    }

    @Override
    public void moved(String pseudonym, String successor) {
        members.move(pseudonym, successor);
    }

    @Override
    public void erased(String pseudonym) {
        members.remove(pseudonym);
    }

    @Override
    public boolean exists(String segment) {
        return Stream.of(BuiltIn.values()).anyMatch(one -> one.id().equals(segment));
    }

    @Override
    public List<String> members(String segment, String after, int limit) {
        return members.members(segment, after, limit);
    }

    @Override
    public Set<String> of(String pseudonym) {
        return members.of(List.of(pseudonym)).getOrDefault(pseudonym, Set.of());
    }

    /** Takes out those whose time is over and whom no event takes out. */
    @Scheduled(every = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    public void retire() {
        Instant now = Instant.now();
        try (Use _ = consents.beginUse()) {
            Map<String, Long> raised = versions.raise(members.over(now, AT_ONCE));
            Map<String, PersonEvents> of = events.of(raised.keySet(), Instant.EPOCH);
            changed(
                    raised.entrySet().stream()
                            .map(one -> new ChangedPerson(
                                    one.getKey(), one.getValue(), of.getOrDefault(one.getKey(), PersonEvents.NONE)))
                            .toList(),
                    now);
        }
    }

    private void left(ChangedPerson person, String segment, Instant now) {
        members.leave(person.pseudonym(), segment);
        tell(person, segment, Direction.LEFT, now);
    }

    private void tell(ChangedPerson person, String segment, Direction direction, Instant now) {
        outbox.put(
                Topic.SEGMENTS,
                person.pseudonym(),
                SegmentChange.newBuilder()
                        .setChangeId(person.pseudonym() + "/" + person.version() + "/" + segment)
                        .setPseudonym(person.pseudonym())
                        .setTenant(tenant)
                        .setSegmentId(segment)
                        .setDirection(direction)
                        .setProfileVersion(person.version())
                        .setChangedAt(Timestamp.newBuilder().setSeconds(now.getEpochSecond()))
                        .build());
    }
}
