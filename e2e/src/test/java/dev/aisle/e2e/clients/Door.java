package dev.aisle.e2e.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.local.chaos.RefinedEvents;
import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Json;
import dev.aisle.local.client.People;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PartStatus;
import dev.aisle.local.stack.ServiceEnvironment;
import dev.aisle.local.stack.Stack;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** A packaged event-ingest-service with its broker, as seen by whoever sends to it and by whoever reads what came of it. */
final class Door {
    static final String WRITE_KEY = ServiceEnvironment.WRITE_KEY;
    static final String SERVER_WRITE_KEY = ServiceEnvironment.SERVER_WRITE_KEY;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String GREETING = "greeting-";
    private final Stack stack;
    private final ApiClient api;

    Door(Stack stack) {
        this.stack = stack;
        this.api = new ApiClient(stack.layout().ports());
    }

    URI address() {
        return stack.layout().ports().http(Part.INGEST);
    }

    /** The process id of a part, for what only a signal can do. */
    long pid(Part part) {
        return stack.status().stream()
                .filter(status -> status.part() == part)
                .map(PartStatus.Present.class::cast)
                .findFirst()
                .orElseThrow()
                .running()
                .pid();
    }

    /** Somebody new who has granted every purpose of events, as the door knows already. */
    Person person(String idField) {
        String id = idField + "-" + UUID.randomUUID();
        String type = idField.equals("userId") ? "customer_id" : "anonymous_id";
        String pseudonym =
                new People(api, stack.layout().ports()).grant(type, List.of(id)).getFirst();
        await("the door to know of the grant")
                .atMost(PATIENCE)
                .until(() -> greet(idField, id).path("accepted").asInt() == 1);
        return new Person(id, pseudonym);
    }

    /** What comes out of the door for a browser. */
    String pseudonymOfBrowser(String browser) {
        ObjectNode body = Json.object();
        body.putArray("subjects").addObject().put("type", "anonymous_id").put("value", browser);
        return api.require(Call.post(Part.INGEST, "/v1/pseudonyms", body).as("storefront"))
                .json()
                .at("/pseudonyms/0")
                .asText();
    }

    /** What a gateway gets for the page of a browser that has logged in. */
    String linkToken(Person person, String browser) {
        ObjectNode body = Json.object().put("userId", person.id()).put("anonymousId", browser);
        return api.require(Call.post(Part.INGEST, "/v1/link-tokens", body).as("storefront"))
                .json()
                .path("linkToken")
                .asText();
    }

    private JsonNode greet(String idField, String id) {
        ObjectNode event =
                Json.object().put("type", "page").put(idField, id).put("messageId", GREETING + UUID.randomUUID());
        return api.require(Call.post(Part.INGEST, "/v1/page", event).withWriteKey())
                .json();
    }

    /** Everything that came out of refine for these people, in order, once it is at least so many and refine is idle. */
    List<ShopEvent> arrived(int atLeast, Person... people) {
        List<String> pseudonyms = Arrays.stream(people).map(Person::pseudonym).toList();
        List<ShopEvent> events = new ArrayList<>();
        await("events of " + pseudonyms).atMost(PATIENCE).untilAsserted(() -> {
            events.clear();
            new RefinedEvents(stack.layout().ports()).readAll(event -> {
                if (pseudonyms.contains(event.getPseudonym())
                        && !event.getMessageId().startsWith(GREETING)) {
                    events.add(event);
                }
            });
            assertThat(events).hasSizeGreaterThanOrEqualTo(atLeast);
        });
        return events;
    }
}
