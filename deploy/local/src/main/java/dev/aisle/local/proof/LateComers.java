package dev.aisle.local.proof;

import dev.aisle.contracts.Topic;
import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Json;
import dev.aisle.local.client.Storefront;
import dev.aisle.local.client.Waiting;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.stack.DatabaseFiles;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What comes of an erased person afterwards: late, future-dated and repeated events, and old records written once more. */
final class LateComers {
    private static final Duration TO_BE_TAKEN = Duration.ofSeconds(4);
    private final PortPlan ports;
    private final ApiClient api;
    private final Shopping shopping;
    private final Traces person;
    private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();

    LateComers(PortPlan ports, Shopping shopping, Traces person) {
        this.ports = ports;
        this.api = new ApiClient(ports);
        this.shopping = shopping;
        this.person = person;
    }

    /** Keeps what the topics have of the person, as somebody's own copy of the log would. */
    void remember() {
        Map<String, Object> settings = Map.of("bootstrap.servers", ports.address(Part.KAFKA));
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            for (Topic topic : List.of(Topic.EVENTS_RAW, Topic.EVENTS, Topic.SEGMENTS, Topic.EXPOSURES)) {
                var partitions = consumer.partitionsFor(topic.topicName()).stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
                consumer.assign(partitions);
                consumer.seekToBeginning(partitions);
                var ends = consumer.endOffsets(partitions);
                while (partitions.stream()
                        .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                    consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                        if (person.pseudonym().equals(record.key())) {
                            records.add(record);
                        }
                    });
                }
            }
        }
    }

    /** All of it comes; what is wrong afterwards. */
    List<String> come() {
        if (records.isEmpty()) {
            return List.of("No record of the person was there to be replayed.");
        }
        shopping.send(shopping.view(person.customerId(), 1, Instant.now().minus(Duration.ofHours(3))));
        shopping.send(shopping.view(person.customerId(), 1, Instant.now().plus(Duration.ofDays(30))));
        shopping.send(shopping.view(person.customerId(), 1, Instant.now()));
        Map<String, Object> settings = Map.of("bootstrap.servers", ports.address(Part.KAFKA), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (var record : records) {
                producer.send(new ProducerRecord<>(
                                record.topic(), null, null, record.key(), record.value(), record.headers()))
                        .get();
            }
        } catch (ExecutionException e) {
            throw new CommandFailure("The old records can't be written: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", e);
        }
        var everything = Json.object().put("dryRun", false);
        everything.putObject("select").put("since", "PT1H");
        for (String route : List.of("/v1/rejections/replays", "/v1/dead-letters/replays")) {
            api.send(Call.post(Part.INGEST, route, everything).as("operator"));
        }
        Waiting.pause(TO_BE_TAKEN);
        return nothingIsBack();
    }

    /** Asks everybody who could answer with something of the person. */
    List<String> nothingIsBack() {
        List<String> remarks = new ArrayList<>();
        if (api.send(Storefront.profile(person.pseudonym())).status() != 404) {
            remarks.add("There is a profile of the erased pseudonym.");
        }
        if (api.require(Storefront.recommend(person.pseudonym(), 3))
                .json()
                .path("personalized")
                .asBoolean(true)) {
            remarks.add("A list for the erased pseudonym is personal.");
        }
        if (shopping.pseudonym(person.customerId()).equals(person.pseudonym())) {
            remarks.add("The person has the erased pseudonym again.");
        }
        for (String database : DatabaseFiles.databases()) {
            remarks.addAll(rows(database));
        }
        return remarks;
    }

    /** Rows of any table that name the pseudonym in any column. */
    private List<String> rows(String database) {
        List<String> remarks = new ArrayList<>();
        try (var connection = DatabaseFiles.connect(ports, database);
                var statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (var found = statement.executeQuery(
                    "select quote_ident(tablename) from pg_tables where schemaname = 'public'")) {
                while (found.next()) {
                    tables.add(found.getString(1));
                }
            }
            for (String table : tables) {
                try (var count =
                        connection.prepareStatement("select count(*) from " + table + " row where row::text like ?")) {
                    count.setString(1, "%" + person.pseudonym() + "%");
                    try (var found = count.executeQuery()) {
                        found.next();
                        if (found.getLong(1) > 0) {
                            remarks.add(found.getLong(1) + " rows of " + database + "." + table
                                    + " name the erased pseudonym.");
                        }
                    }
                }
            }
        } catch (SQLException e) {
            throw new CommandFailure("The database " + database + " can't be read: " + e.getMessage(), e);
        }
        return remarks;
    }
}
