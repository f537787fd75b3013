package dev.aisle.local.faults;

import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Json;
import dev.aisle.local.client.Reply;
import dev.aisle.local.client.Storefront;
import dev.aisle.local.client.Waiting;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import dev.aisle.mail.CountingSink;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/** People with an address who order, and a campaign that thanks for each order by one message. */
final class Buyers {
    private static final Duration PACE = Duration.ofMillis(1_500);
    private static final Duration BETWEEN = Duration.ofMillis(300);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> PURPOSES = List.of("personalization", "analytics", "marketing_email");
    private static final String DEFINITION = """
        {"name": "Thanks", "kind": "loyalty", "trigger": {"type": "after_purchase", "after": "PT1S"}, "channels": ["email"],
         "holdout": 0, "variations": [{"id": "only", "content": {"en": {"subject": "Thanks", "text": "Thank you. {links.unsubscribe}"}}}]}
        """;

    private final ApiClient api;
    private final PortPlan ports;
    private final CountingSink mail;
    private final AtomicInteger orders = new AtomicInteger();

    Buyers(ApiClient api, PortPlan ports, CountingSink mail) {
        this.api = api;
        this.ports = ports;
        this.mail = mail;
    }

    /** Starts the campaign as an approved one would run. */
    void begin() {
        try (Connection connection = connect();
                PreparedStatement version = connection.prepareStatement("""
                    insert into campaign_version (campaign_id, version, stage, definition, author, made_at)
                    values ('thanks', 1, 'approved', ?, 'trial', now())
                    """);
                Statement life = connection.createStatement()) {
            connection.setAutoCommit(false);
            life.executeUpdate("insert into campaign (id, state, running_version, newest_version, revision)"
                    + " values ('thanks', 'running', 1, 1, 1)");
            version.setString(1, DEFINITION);
            version.executeUpdate();
            life.executeUpdate("update campaign_stamp set changes = changes + 1");
            connection.commit();
        } catch (SQLException e) {
            throw new CommandFailure("The campaign can't be made: " + e.getMessage(), e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(ports.jdbc("campaign"), "campaign", "campaign");
    }

    /** A new person at a time, who gives an address, allows messages and orders once. */
    void run(BooleanSupplier goesOn) {
        while (goesOn.getAsBoolean()) {
            var number = orders.incrementAndGet();
            buy("buyer-" + number, "order-" + number, "buyer" + number + "@mail.example");
            Waiting.pause(PACE);
        }
    }

    private void buy(String customer, String orderId, String address) {
        var pseudonym = Storefront.pseudonymOf(patiently(Storefront.pseudonym(customer)));
        patiently(Storefront.grant(customer, PURPOSES));
        patiently(new Call(
                "PUT",
                Part.PRIVACY,
                "/v1/vault/" + pseudonym,
                "storefront",
                Json.write(Json.object().put("email", address)),
                Map.of("Content-Type", "application/json")));
        var order = Json.object()
                .put("type", "track")
                .put("event", "Order Completed")
                .put("userId", customer)
                .put("messageId", orderId);
        order.putObject("properties")
                .put("order_id", orderId)
                .put("total", 10)
                .put("currency", "EUR")
                .putArray("products")
                .addObject()
                .put("product_id", "tea")
                .put("price", 10)
                .put("quantity", 1);
        var call = Call.post(Part.INGEST, "/v1/track", order).withWriteKey();
        // The door learns of the grant from a topic: the first moments it drops.
        Waiting.require(
                PATIENCE,
                BETWEEN,
                () -> Optional.of(patiently(call))
                        .filter(reply -> reply.json().path("accepted").asInt(1) == 1),
                () -> "The door still drops the events of somebody who has consented.");
    }

    private Reply patiently(Call call) {
        var last = new AtomicReference<>("nothing");
        return Waiting.require(
                PATIENCE,
                BETWEEN,
                () -> answer(call, last),
                () -> api.spoken(call) + " was answered with " + last.get() + " for " + PATIENCE.toMinutes()
                        + " minutes.");
    }

    private Optional<Reply> answer(Call call, AtomicReference<String> last) {
        try {
            var reply = api.once(call);
            last.set(reply.complaint());
            return Optional.of(reply).filter(Reply::ok);
        } catch (CommandFailure e) {
            last.set(e.toString());
            return Optional.empty();
        }
    }

    /** Waits until every order has led to a message, and counts; the shop's other people have no address. */
    Deliveries settled() {
        Waiting.until(
                PATIENCE,
                Duration.ofSeconds(1),
                () -> Optional.of(open()).filter(open -> open == 0 && journeys() >= orders.get()));
        return new Deliveries(
                mail.total(),
                mail.different(),
                journeys(),
                orders.get(),
                number("select count(*) from message where state = 'delivered'"),
                number("select count(*) from message where state = 'in_doubt'"),
                open());
    }

    private long open() {
        return number("select count(*) from message where state in ('queued', 'handed_over')")
                + number("select count(*) from journey where state = 'waiting'");
    }

    private long journeys() {
        return number("select count(*) from journey where occasion like 'order:order-%'");
    }

    private long number(String query) {
        try (var connection = connect();
                var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            found.next();
            return found.getLong(1);
        } catch (SQLException e) {
            throw new CommandFailure("The ledger of messages can't be read: " + e.getMessage(), e);
        }
    }
}
