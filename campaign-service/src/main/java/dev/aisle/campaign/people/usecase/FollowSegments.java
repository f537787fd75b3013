package dev.aisle.campaign.people.usecase;

import dev.aisle.campaign.people.domain.SegmentMove;
import dev.aisle.campaign.people.store.PersonRepository;
import dev.aisle.campaign.people.store.SegmentRepository;
import dev.aisle.platform.storage.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;

/** Keeps who is in which segment. Used only for people who allow personalization at the moment of use. */
@ApplicationScoped
public class FollowSegments {
    private static final String CONSUMER = "segments";

    private final Ledger ledger;
    private final PersonRepository people;
    private final SegmentRepository segments;

    FollowSegments(Ledger ledger, PersonRepository people, SegmentRepository segments) {
        this.ledger = ledger;
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
        List<SegmentMove> moves = batch.stream()
                .filter(announced -> fresh.remove(announced.changeId()))
                .map(Announced::move)
                .toList();
        Set<String> alive =
                people.lock(moves.stream().map(SegmentMove::pseudonym).toList()).keySet();
        moves.stream().filter(move -> alive.contains(move.pseudonym())).forEach(segments::put);
    }
}
