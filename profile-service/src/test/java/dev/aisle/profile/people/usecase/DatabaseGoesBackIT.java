package dev.aisle.profile.people.usecase;

import static dev.aisle.profile.people.TestPeople.grants;
import static dev.aisle.profile.people.TestPeople.person;
import static dev.aisle.profile.people.TestPeople.send;
import static dev.aisle.profile.people.TestPeople.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.profile.people.domain.PersonEvents;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestDatabase;
import dev.aisle.testing.TestRecords;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An older data directory in the place of the newer one, under a running service. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class DatabaseGoesBackIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Inject
    EventsOfPeople events;

    @Inject
    ConsentView consents;

    @Inject
    MeterRegistry metrics;

    @Inject
    AgroalDataSource dataSource;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    /** Connections of before the database went back are broken, each for the test that gets it. */
    @AfterEach
    void withoutBrokenConnections() {
        dataSource.flush(AgroalDataSource.FlushMode.IDLE);
        await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            run("select 1");
            return true;
        });
    }

    @Test
    void whatTheOlderDatabaseLacksIsFoldedAgainOnceThoughNothingNewComes() {
        List<String> people = people(12);
        String before = people.getFirst();
        send(view(before, "before"));
        awaitEvents(before, 1);
        TestDatabase.keepCopy();
        people.forEach(one -> IntStream.range(0, 4).forEach(i -> send(view(one, "p" + i))));
        people.forEach(one -> awaitEvents(one, one.equals(before) ? 5 : 4));

        TestDatabase.goBack();

        people.forEach(one -> awaitEvents(one, one.equals(before) ? 5 : 4));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(count("aisle.database.went.back")).isPositive());
    }

    @Test
    void whatComesRightBehindTheOlderDatabaseJumpsOverNothing() {
        List<String> people = people(12);
        people.forEach(one -> send(view(one, "first")));
        people.forEach(one -> awaitEvents(one, 1));
        TestDatabase.keepCopy();
        people.forEach(one -> IntStream.range(0, 3).forEach(i -> send(view(one, "p" + i))));
        people.forEach(one -> awaitEvents(one, 4));

        TestDatabase.goBack();
        people.forEach(one -> send(view(one, "last")));

        people.forEach(one -> awaitEvents(one, 5));
    }

    @Test
    void recordsThatTheLogNoLongerHasAreAnAlarm() throws Exception {
        String one = people(1).getFirst();
        send(view(one, "kept"));
        awaitEvents(one, 1);
        RecordMetadata end = TestRecords.write(
                Topic.EVENTS, one, view(one, "removed").build().toByteArray());
        awaitEvents(one, 2);
        TopicPartition partition = new TopicPartition(end.topic(), end.partition());
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(end.offset() + 1)))
                    .all()
                    .get();
        }

        run("update consumer_position set next_offset = 1 where consumer = 'events' and partition = "
                + end.partition());

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(count("aisle.log.gaps")).isPositive());
        send(view(one, "later"));
        awaitEvents(one, 3);
    }

    private List<String> people(int number) {
        List<String> people = IntStream.range(0, number).mapToObj(_ -> person()).toList();
        people.forEach(one -> grants(one, 1, Purpose.PERSONALIZATION, Purpose.ANALYTICS));
        await().until(() -> people.stream().allMatch(one -> consents.of(one).version() == 1));
        return people;
    }

    private void awaitEvents(String person, int number) {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(events.of(List.of(person), Instant.EPOCH)
                                .getOrDefault(person, PersonEvents.NONE)
                                .list())
                        .hasSize(number));
    }

    private double count(String name) {
        return metrics.find(name).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
