package dev.aisle.platform.reconcile;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.privacy.v1.ConsentState;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The consents of some people as the topic tells them now, and of whom what is stored must follow from the events alone. */
final class ConsentsNow {
    private final Map<String, ConsentState> states = new HashMap<>();
    private final Set<String> moved = new HashSet<>();

    private ConsentsNow() {}

    /** Reads the whole topic, and keeps these people. */
    static ConsentsNow read(LogReader log, Set<String> people) {
        var all = new ConsentsNow();
        log.read(log.starts(Topic.CONSENTS), log.ends(Topic.CONSENTS), record -> {
            if (record.value() == null) {
                all.states.remove(record.key());
                return;
            }
            try {
                all.take(ConsentState.parseFrom(record.value()), record.key(), people);
            } catch (InvalidProtocolBufferException _) {
                all.states.remove(record.key());
            }
        });
        return all;
    }

    private void take(ConsentState state, String person, Set<String> people) {
        if (people.contains(person)) {
            states.put(person, state);
        }
        if (people.contains(state.getSuccessor())) {
            moved.add(state.getSuccessor());
        }
    }

    /** The state of a person. */
    Optional<ConsentState> of(String person) {
        return Optional.ofNullable(states.get(person));
    }

    /** Why it can't be said what must be stored of a person who has these events; empty when it can. */
    Optional<String> unsettled(String person, List<ShopEvent> events, Instant now) {
        var state = states.get(person);
        if (state == null) {
            return Optional.of("erased or without consent");
        }
        if (moved.contains(person) || !state.getSuccessor().isEmpty()) {
            return Optional.of("moved to another pseudonym");
        }
        if (state.getSuppressed() || state.hasHeldUntil()) {
            return Optional.of("restricted or held");
        }
        if (events.stream().anyMatch(event -> event.getConsentVersion() != state.getVersion())) {
            return Optional.of("consent changed");
        }
        return hasExpired(state, now) ? Optional.of("consent expired") : Optional.empty();
    }

    private static boolean hasExpired(ConsentState state, Instant now) {
        return state.getDecisionsList().stream()
                        .anyMatch(one -> one.hasExpiresAt()
                                && !instant(one.getExpiresAt()).isAfter(now))
                || (state.getTcfSignal().hasExpiresAt()
                        && !instant(state.getTcfSignal().getExpiresAt()).isAfter(now));
    }

    static Instant instant(Timestamp time) {
        return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
    }
}
