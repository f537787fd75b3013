package dev.aisle.profile.people.usecase;

import static dev.aisle.profile.people.TestPeople.grants;
import static dev.aisle.profile.people.TestPeople.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.consent.SeenConsent;
import dev.aisle.platform.identity.Succession;
import dev.aisle.platform.person.RekeyPerson;
import dev.aisle.platform.positions.ConsumedPartition;
import dev.aisle.platform.positions.ConsumerPositions;
import dev.aisle.profile.people.domain.Browser;
import dev.aisle.profile.people.domain.Histories;
import dev.aisle.profile.people.domain.Household;
import dev.aisle.profile.people.domain.PersonEvent;
import dev.aisle.profile.people.domain.PersonEvents;
import dev.aisle.profile.people.usecase.FoldEvents.Accepted;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What stands in the tables is what one gets from the log at once: in whatever order events are delivered, however often, wherever the
 * process stops, whenever a log-in or a new key becomes known.
 */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class RecomputationIT {
    private static final String TOPIC = Topic.EVENTS.topicName();

    @Inject
    FoldEvents foldEvents;

    @Inject
    ConsumerPositions positions;

    @Inject
    RekeyPerson rekeyPerson;

    @Inject
    EventsOfPeople events;

    @Inject
    ConsentView consents;

    /** A process that stops before its commit. */
    private static final class Stopped extends RuntimeException {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void theTablesHoldWhatTheLogSays(long seed) {
        Random random = new Random(seed);
        List<String> people = IntStream.range(0, 5).mapToObj(_ -> person()).toList();
        List<String> tablets = IntStream.range(0, 3).mapToObj(_ -> person()).toList();
        String successor = person();
        List<String> all = new ArrayList<>(people);
        all.addAll(tablets);
        all.add(successor);
        List<RecordMetadata> granted = all.stream()
                .map(one -> grants(one, 9, Purpose.PERSONALIZATION, Purpose.ANALYTICS))
                .toList();
        await().until(() -> all.stream().allMatch(one -> consents.of(one).version() == 9));
        // A look for the sake of a consent could stand in the way of a fold, and here none is tried again.
        await().until(() -> granted.stream().allMatch(this::isFollowed));
        List<Accepted> log = log(people, tablets, random);

        List<Accepted> delivered = new ArrayList<>(log);
        log.stream().filter(_ -> random.nextInt(4) == 0).forEach(delivered::add);
        Collections.shuffle(delivered, random);
        deliver(delivered, people.getFirst(), successor, random);

        Map<String, PersonEvents> expected = recomputed(log, people.getFirst(), successor);
        assertThat(events.of(all, Instant.EPOCH)).isEqualTo(expected);
        assertThat(pages(expected.keySet())).isEqualTo(expected);
    }

    private boolean isFollowed(RecordMetadata consent) {
        return positions.lock(positions.partition("consents", consent.topic(), consent.partition())) > consent.offset();
    }

    private static List<Accepted> log(List<String> people, List<String> tablets, Random random) {
        List<Accepted> log = new ArrayList<>();
        long id = random.nextLong() >>> 8;
        for (int i = 0; i < 120; i++) {
            boolean anonymous = random.nextInt(3) == 0;
            List<String> whose = anonymous ? tablets : people;
            String pseudonym = whose.get(random.nextInt(whose.size()));
            // Two of five people at two tablets; the third tablet is that of one of them.
            int who = people.indexOf(pseudonym);
            boolean login = !anonymous && who < 3 && random.nextInt(4) == 0;
            String browser = !login ? "" : who == 2 ? tablets.get(2) : tablets.get(random.nextInt(2));
            PersonEvent event = Histories.event().sample();
            log.add(new Accepted(
                    0,
                    identified(event, id + i),
                    new SeenConsent(pseudonym, List.copyOf(event.purposes()), event.consentVersion()),
                    browser));
        }
        return log;
    }

    private static PersonEvent identified(PersonEvent event, long id) {
        return new PersonEvent(
                id,
                event.at(),
                event.type(),
                event.purposes(),
                event.consentVersion(),
                event.session(),
                event.list(),
                event.items(),
                event.order(),
                event.name(),
                event.zone(),
                event.context(),
                event.quality());
    }

    /** In batches of three partitions; some batches stop before their commit and come again, some come again after it. */
    private void deliver(List<Accepted> delivered, String before, String successor, Random random) {
        int move = random.nextInt(delivered.size());
        int run = random.nextInt(1_000_000);
        long[] next = new long[3];
        int from = 0;
        while (from < delivered.size()) {
            int to = Math.min(delivered.size(), from + 1 + random.nextInt(25));
            int lane = random.nextInt(3);
            // None of the topic's own partitions, so that nobody else folds there.
            ConsumedPartition partition = positions.partition("test", TOPIC, 1_000 + 3 * run + lane);
            List<Accepted> batch = placed(delivered.subList(from, to), next[lane]);
            long end = next[lane] + batch.size();
            if (random.nextInt(3) == 0) {
                stopsBeforeItsCommit(partition, batch, end);
            }
            foldEvents.fold(partition, batch, end);
            if (random.nextInt(3) == 0) {
                foldEvents.fold(partition, batch, end);
            }
            if (from <= move && move < to) {
                rekeyPerson.move(new Succession(before, successor));
            }
            next[lane] = end;
            from = to;
        }
    }

    private void stopsBeforeItsCommit(ConsumedPartition partition, List<Accepted> batch, long end) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                foldEvents.fold(partition, batch, end);
                throw new Stopped();
            });
        } catch (Stopped e) {
            assertThat(positions.lock(partition)).isLessThan(end);
        }
    }

    private static List<Accepted> placed(List<Accepted> batch, long first) {
        List<Accepted> placed = new ArrayList<>();
        for (Accepted event : batch) {
            placed.add(new Accepted(first + placed.size(), event.event(), event.seen(), event.browser()));
        }
        return placed;
    }

    /** All at once, by the rules and without tables. */
    private Map<String, PersonEvents> recomputed(List<Accepted> log, String before, String successor) {
        Map<String, PersonEvents> own = new HashMap<>();
        Map<String, Browser> browsers = new HashMap<>();
        for (Accepted accepted : log) {
            String pseudonym = accepted.pseudonym().equals(before) ? successor : accepted.pseudonym();
            own.merge(pseudonym, PersonEvents.of(List.of(accepted.event())), (a, b) -> a.with(b.list()));
            if (!accepted.browser().isEmpty()) {
                Browser login = new Browser(
                        accepted.browser(),
                        pseudonym,
                        accepted.seen().version(),
                        accepted.event().at());
                browsers.merge(accepted.browser(), login, Browser::join);
            }
        }
        return new HashMap<>(new Household(List.copyOf(browsers.values())).join(own, (_, event) -> event.purposes()));
    }

    private Map<String, PersonEvents> pages(Iterable<String> people) {
        Map<String, PersonEvents> found = new HashMap<>();
        String after = "";
        Map<String, PersonEvents> page;
        do {
            var next = events.page(after, Instant.EPOCH, Instant.MAX, 4);
            page = next;
            found.putAll(next);
            after = next.isEmpty() ? after : next.lastEntry().getKey();
        } while (page.size() == 4);
        Map<String, PersonEvents> ofThese = new HashMap<>();
        people.forEach(one -> {
            if (found.containsKey(one)) {
                ofThese.put(one, found.get(one));
            }
        });
        return ofThese;
    }
}
