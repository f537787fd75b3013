package dev.aisle.campaign.delivery.audiences;

import dev.aisle.campaign.campaigns.domain.Assignment;
import dev.aisle.campaign.campaigns.domain.Campaign;
import dev.aisle.campaign.people.WalkRepository;
import dev.aisle.campaign.people.WalkRepository.Walked;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The people of a campaign's ad audience, batch by batch: in the audience, not of the comparison group, and allowing it now. The last batch is never a
 * few people only, unless all are few.
 */
final class AudienceWalk {
    static final int BATCH = 400;
    private static final int PAGE = 2_000;

    private final Campaign campaign;
    private final WalkRepository people;
    private final AdConsent consent;
    private final Instant recent;
    private final int threshold;
    private final Deque<String> found = new ArrayDeque<>();
    private String after = "";
    private boolean ended;

    AudienceWalk(Campaign campaign, WalkRepository people, AdConsent consent, Instant recent, int threshold) {
        this.campaign = campaign;
        this.people = people;
        this.consent = consent;
        this.recent = recent;
        this.threshold = threshold;
    }

    /** The next ones; none when all were given. */
    List<String> next() {
        while (!ended && found.size() < BATCH + threshold) {
            readPage();
        }
        int most = found.size() >= BATCH + threshold ? BATCH : found.size();
        List<String> batch = new ArrayList<>(most);
        for (int n = 0; n < most; n++) {
            batch.add(found.removeFirst());
        }
        return batch;
    }

    private void readPage() {
        String from = after;
        List<Walked> page = QuarkusTransaction.requiringNew().call(() -> people.page(from, PAGE, recent));
        page.stream()
                .filter(one -> isIn(one) && consent.allows(one.pseudonym()))
                .forEach(one -> found.addLast(one.pseudonym()));
        ended = page.size() < PAGE;
        after = page.isEmpty() ? after : page.getLast().pseudonym();
    }

    private boolean isIn(Walked one) {
        return campaign.audience().includes(one.person())
                && campaign.conditions().ordersHold(one.person())
                && campaign.conditions().contextHolds(one.person(), false)
                && Assignment.of(campaign, one.pseudonym()) instanceof Assignment.Treated;
    }
}
