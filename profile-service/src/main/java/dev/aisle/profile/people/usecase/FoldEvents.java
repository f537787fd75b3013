package dev.aisle.profile.people.usecase;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.ConsentAtUse;
import dev.aisle.platform.consent.SeenConsent;
import dev.aisle.platform.erasure.ErasedSubjects;
import dev.aisle.platform.identity.Successors;
import dev.aisle.platform.positions.ConsumedPartition;
import dev.aisle.platform.positions.ConsumerPositions;
import dev.aisle.profile.people.domain.Browser;
import dev.aisle.profile.people.domain.PersonEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Adds events to the sets of the people who did them. The offset is written in the transaction of the fold. */
@ApplicationScoped
public class FoldEvents {
    /** An event is kept as long as one of these may use it. */
    public static final Set<Purpose> KEPT_FOR =
            Collections.unmodifiableSet(EnumSet.of(Purpose.ANALYTICS, Purpose.PERSONALIZATION, Purpose.MODEL_TRAINING));

    private final KeepEvents keepEvents;
    private final ConsumerPositions positions;
    private final ConsentAtUse consents;
    private final ErasedSubjects erased;
    private final Successors successors;

    FoldEvents(
            KeepEvents keepEvents,
            ConsumerPositions positions,
            ConsentAtUse consents,
            ErasedSubjects erased,
            Successors successors) {
        this.keepEvents = keepEvents;
        this.positions = positions;
        this.consents = consents;
        this.erased = erased;
        this.successors = successors;
    }

    /**
     * An event of the topic.
     *
     * @param browser the pseudonym of the browser where the person logged in; empty when the event says nothing of it
     */
    public record Accepted(long offset, PersonEvent event, SeenConsent seen, String browser) {
        String pseudonym() {
            return seen.pseudonym();
        }

        private Accepted under(Map<String, String> moved) {
            return new Accepted(
                    offset,
                    event,
                    seen.under(moved.getOrDefault(pseudonym(), pseudonym())),
                    moved.getOrDefault(browser, browser));
        }
    }

    /** Folds the events of a partition up to an offset, which is exclusive; those that were folded already are left out. */
    @Transactional
    public void fold(ConsumedPartition partition, List<Accepted> events, long nextOffset) {
        long folded = positions.lock(partition);
        List<Accepted> usable = standing(events.stream()
                        .filter(event -> event.offset() >= folded)
                        .toList())
                .stream()
                .filter(this::mayBeKept)
                .toList();
        Map<String, List<PersonEvent>> byPerson = new HashMap<>();
        List<Browser> logins = new ArrayList<>();
        for (Accepted event : usable) {
            byPerson.computeIfAbsent(event.pseudonym(), _ -> new ArrayList<>()).add(event.event());
            if (namesBoth(event)) {
                logins.add(new Browser(
                        event.browser(),
                        event.pseudonym(),
                        event.seen().version(),
                        event.event().at()));
            }
        }
        keepEvents.take(byPerson, logins, Instant.now());
        positions.advance(partition, nextOffset);
    }

    private boolean namesBoth(Accepted event) {
        return !event.browser().isEmpty()
                && !event.browser().equals(event.pseudonym())
                && !erased.contains(event.browser());
    }

    /** What comes late for a pseudonym of an older key is of whoever stands under the newer one. */
    private List<Accepted> standing(List<Accepted> events) {
        Set<String> named = new HashSet<>();
        events.forEach(event -> {
            named.add(event.pseudonym());
            if (!event.browser().isEmpty()) {
                named.add(event.browser());
            }
        });
        Map<String, String> moved = successors.among(named);
        return moved.isEmpty()
                ? events
                : events.stream().map(event -> event.under(moved)).toList();
    }

    private boolean mayBeKept(Accepted event) {
        return !Collections.disjoint(consents.granted(event.seen()), KEPT_FOR);
    }
}
