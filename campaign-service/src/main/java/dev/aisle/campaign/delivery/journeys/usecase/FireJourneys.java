package dev.aisle.campaign.delivery.journeys.usecase;

import dev.aisle.campaign.delivery.journeys.domain.Journey;
import dev.aisle.campaign.delivery.journeys.store.TimerRepository;
import dev.aisle.campaign.shared.recommendations.ItemQuery;
import dev.aisle.campaign.shared.recommendations.RecommendedItem;
import dev.aisle.campaign.shared.recommendations.RecommenderGateway;
import dev.aisle.platform.consent.ConsentAtUse;
import dev.aisle.platform.consent.ConsentAtUse.UnknownNow;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.consent.Use;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;

/**
 * Takes on what is due. A claim is a transaction of its own, so that no process waits for another one; then the recommender is asked, outside of
 * any transaction; then each journey goes on in one transaction with the message that it queues. Who dies before that has changed nothing, and
 * the claim runs out.
 */
@Singleton
public class FireJourneys {
    private static final Logger LOG = Logger.getLogger(FireJourneys.class);
    private static final String PLACEMENT = "message";
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(10);

    private final TimerRepository timers;
    private final TakeOn takeOn;
    private final RunProgram runProgram;
    private final PeopleNow peopleNow;
    private final RecommenderGateway recommender;
    private final ConsentAtUse consentAtUse;
    private final ConsentView consents;
    private final JourneySettings settings;

    FireJourneys(
            TimerRepository timers,
            TakeOn takeOn,
            RunProgram runProgram,
            PeopleNow peopleNow,
            RecommenderGateway recommender,
            ConsentAtUse consentAtUse,
            ConsentView consents,
            JourneySettings settings) {
        this.timers = timers;
        this.takeOn = takeOn;
        this.runProgram = runProgram;
        this.peopleNow = peopleNow;
        this.recommender = recommender;
        this.consentAtUse = consentAtUse;
        this.consents = consents;
        this.settings = settings;
    }

    /** Takes on what is due by then, some of each campaign; how many were claimed. */
    public int round(Instant now) {
        int claimed = 0;
        for (String campaign : consentAtUse.known() ? timers.dueCampaigns(now) : List.<String>of()) {
            claimed += round(campaign, now);
        }
        return claimed;
    }

    /** Takes on what is due of one campaign. While consents aren't known nothing is claimed, and what was claimed waits until the claim runs out. */
    public int round(String campaign, Instant now) {
        if (!consentAtUse.known()) {
            return 0;
        }
        UUID lease = UUID.randomUUID();
        List<Journey> due = timers.claim(campaign, now, settings.claim(), lease, now.plus(settings.lease()));
        if (due.isEmpty()) {
            return 0;
        }
        try {
            goOn(due, lease, now);
        } catch (UnknownNow e) {
            LOG.warnf("%d journeys of %s wait for the end of their claim: %s", due.size(), campaign, e.getMessage());
        }
        return due.size();
    }

    private void goOn(List<Journey> due, UUID lease, Instant now) {
        Map<Long, List<Map<String, String>>> items = recommended(due, now);
        try (Use _ = consents.beginUse()) {
            takeOn.all(due, lease, items, now);
        } catch (UnknownNow e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warnf(
                    "%d journeys of %s could not go on together: %s",
                    due.size(), due.getFirst().reference(), e.getMessage());
            try (Use _ = consents.beginUse()) {
                due.forEach(one -> alone(one, lease, items, now));
            }
        }
    }

    /** One that can't go on is tried again later, and holds up nobody else. */
    private void alone(Journey journey, UUID lease, Map<Long, List<Map<String, String>>> items, Instant now) {
        try {
            takeOn.all(List.of(journey), lease, items, now);
        } catch (UnknownNow e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.errorf(e, "A journey of %s could not go on and is put off", journey.reference());
            timers.putOff(journey, lease, now.plus(AFTER_FAILURE));
        }
    }

    private Map<Long, List<Map<String, String>>> recommended(List<Journey> due, Instant now) {
        Map<Long, Future<List<Map<String, String>>>> asked = new HashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            due.stream().filter(one -> runProgram.showsItems(one, now)).forEach(one -> {
                ItemQuery query = query(one);
                asked.put(one.id(), threads.submit(() -> items(query)));
            });
        }
        Map<Long, List<Map<String, String>>> items = new HashMap<>();
        asked.forEach((id, answer) -> items.put(id, answer.resultNow()));
        return items;
    }

    private ItemQuery query(Journey journey) {
        String product = journey.productId();
        return new ItemQuery(
                journey.pseudonym(),
                PLACEMENT,
                product == null ? List.of() : List.of(product),
                List.of(),
                peopleNow.recipient(journey.pseudonym()).language());
    }

    private List<Map<String, String>> items(ItemQuery query) {
        return recommender.recommend(query).items().stream()
                .map(RecommendedItem::texts)
                .toList();
    }
}
