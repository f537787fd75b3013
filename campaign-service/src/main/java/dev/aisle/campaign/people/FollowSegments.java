package dev.aisle.campaign.people;

import dev.aisle.platform.identity.Successors;
import dev.aisle.platform.storage.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps who is in which segment. Used only for people who allow personalization at the moment of use. */
@ApplicationScoped
public class FollowSegments {
    private static final String CONSUMER = "segments";

    private final Ledger ledger;
    private final Successors successors;
    private final PersonRepository people;
    private final SegmentRepository segments;

    FollowSegments(Ledger ledger, Successors successors, PersonRepository people, SegmentRepository segments) {
        this.ledger = ledger;
        this.successors = successors;
        this.people = people;
        this.segments = segments;
    }

    /** A move with the id of its message. */
    public record Announced(String changeId, SegmentMove move) {}

    /** Takes a batch; moves that were handled before change nothing. */
    @Transactional
    public void follow(List<Announced> batch) {
        if (batch.isEmpty()) {
            return;
        }
        Set<String> fresh = ledger.firstSeen(
                CONSUMER, batch.stream().map(Announced::changeId).toList());
        Map<String, String> moved = successors.among(
                batch.stream().map(announced -> announced.move().pseudonym()).collect(Collectors.toSet()));
        List<SegmentMove> moves = batch.stream()
                .filter(announced -> fresh.remove(announced.changeId()))
                .map(Announced::move)
                .map(move -> moved.containsKey(move.pseudonym()) ? move.under(moved.get(move.pseudonym())) : move)
                .toList();
        Set<String> alive =
                people.lock(moves.stream().map(SegmentMove::pseudonym).toList()).keySet();
        moves.stream().filter(move -> alive.contains(move.pseudonym())).forEach(segments::put);
    }
}
