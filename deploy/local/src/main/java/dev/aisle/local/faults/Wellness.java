package dev.aisle.local.faults;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Json;
import dev.aisle.local.client.Reply;
import dev.aisle.local.client.Storefront;
import dev.aisle.local.client.Waiting;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Asks each service for what it is there for, as a shopper's page does: whether all of it works, and if not, what doesn't. */
final class Wellness implements AutoCloseable {
    private static final String CUSTOMER = "well-being";
    private static final Duration CONNECTED = Duration.ofSeconds(2);
    private static final Duration BETWEEN = Duration.ofMillis(250);
    private static final List<String> PURPOSES = List.of("analytics", "personalization");

    private final PortPlan ports;
    private final ApiClient api;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECTED)
            .build();
    private final KafkaConsumer<byte[], byte[]> refined;
    private Limits limits = Limits.UNKNOWN;
    private Duration slowest = Duration.ZERO;
    private String pseudonym = "";
    private long number;

    Wellness(PortPlan ports, ApiClient api) {
        this.ports = ports;
        this.api = api;
        this.refined = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        ports.address(Part.KAFKA),
                        "isolation.level",
                        "read_committed",
                        "enable.auto.commit",
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        var partitions = IntStream.range(0, Topic.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(Topic.EVENTS.topicName(), partition))
                .toList();
        refined.assign(partitions);
        refined.seekToEnd(partitions);
        partitions.forEach(refined::position);
    }

    /** Makes the person who is asked about; returns when everything works. */
    void begin() {
        pseudonym = Storefront.pseudonymOf(api.require(Storefront.pseudonym(CUSTOMER)));
        api.require(Storefront.grant(CUSTOMER, PURPOSES));
        if (!awaitWell(Duration.ofMinutes(2)).isEmpty()) {
            throw new CommandFailure("Not everything works before the first fault: " + awaitWell(Duration.ZERO));
        }
    }

    /** Answers count as none from then on that are later than this. */
    void keep(Limits measured) {
        limits = measured;
    }

    /** The longest that an answer of the last time took; a refined event's way counts as one. */
    Duration slowest() {
        return slowest;
    }

    /** Waits until everything works; what doesn't when the time is over, nothing when all does. */
    List<String> awaitWell(Duration patience) {
        var last = new ArrayList<String>();
        Waiting.until(patience, BETWEEN, () -> {
            last.clear();
            last.addAll(unwell());
            return last.isEmpty() ? Optional.of(last) : Optional.empty();
        });
        return List.copyOf(last);
    }

    /** Whether all of it works for so long. */
    boolean staysWell(Duration time) {
        return Waiting.until(time, BETWEEN, () -> Optional.of(unwell()).filter(found -> !found.isEmpty()))
                .isEmpty();
    }

    private List<String> unwell() {
        var all = new ArrayList<String>();
        slowest = Duration.ZERO;
        ask("consents", Storefront.grant(CUSTOMER, PURPOSES), Reply::ok, all);
        ask(
                "lists",
                Storefront.recommend(pseudonym, 3),
                reply -> reply.ok() && !reply.json().path("reason").asText().equals("NO_CONSENT"),
                all);
        ask(
                "decisions",
                Storefront.decide("home", pseudonym, List.of()),
                reply -> reply.ok()
                        && !reply.json().path("reason").path("code").asText().equals("no-consent"),
                all);
        var event = Storefront.view(CUSTOMER, Json.object().put("productId", "well-" + ++number));
        var id = Json.read(event.body()).path("batch").path(0).path("messageId").asText();
        if (ask(
                "the door",
                event,
                reply -> reply.ok() && reply.json().path("accepted").asInt() == 1,
                all)) {
            if (!comesOut(id)) {
                all.add("refined events");
            }
            ask("profiles", Storefront.profile(pseudonym), Reply::ok, all);
        }
        return all;
    }

    private boolean ask(String what, Call call, Predicate<Reply> well, List<String> unwell) {
        var start = System.nanoTime();
        try {
            var request = HttpRequest.newBuilder(ports.http(call.part()).resolve(call.path()))
                    .timeout(limits.answer())
                    .header("Authorization", api.authorization(call))
                    .header("Content-Type", "application/json");
            var body = call.body().isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(call.body());
            var answer = http.send(request.method(call.method(), body).build(), HttpResponse.BodyHandlers.ofString());
            var taken = took(start);
            var reply = new Reply(answer.statusCode(), answer.body(), Optional.empty(), taken);
            if (well.test(reply)) {
                return true;
            }
            unwell.add(what + " (" + reply.status() + ")");
        } catch (IOException e) {
            unwell.add(what + " (no answer)");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", e);
        }
        return false;
    }

    private Duration took(long start) {
        var taken = Duration.ofNanos(System.nanoTime() - start);
        slowest = taken.compareTo(slowest) > 0 ? taken : slowest;
        return taken;
    }

    private boolean comesOut(String messageId) {
        var start = System.nanoTime();
        var deadline = start + limits.answer().plusSeconds(1).toNanos();
        try {
            while (System.nanoTime() < deadline) {
                for (var record : refined.poll(BETWEEN)) {
                    if (ShopEvent.parseFrom(record.value()).getMessageId().equals(messageId)) {
                        took(start);
                        return true;
                    }
                }
            }
        } catch (KafkaException | InvalidProtocolBufferException e) {
            return false;
        }
        return false;
    }

    @Override
    public void close() {
        refined.close();
    }
}
