package dev.aisle.local.attacks;

import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Reply;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The stack under attack: its APIs, its ports and, for what an insider does, its databases. */
public final class Target {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Layout layout;
    private final ApiClient api;
    private final Shoppers shoppers;
    private final PersonRequests requests;
    private final Set<String> identifiers = ConcurrentHashMap.newKeySet();

    public Target(Layout layout) {
        this.layout = layout;
        this.api = new ApiClient(layout.ports());
        this.shoppers = new Shoppers(this);
        this.requests = new PersonRequests(this);
    }

    Layout layout() {
        return layout;
    }

    PortPlan ports() {
        return layout.ports();
    }

    ApiClient api() {
        return api;
    }

    /** People who act in the shop. */
    Shoppers shoppers() {
        return shoppers;
    }

    /** What people ask of the shop by right. */
    PersonRequests requests() {
        return requests;
    }

    /** Notes a customer's id, an address or a browser's id that was sent: {@code identifiers-at-rest} looks for it in every file. */
    void remember(String identifier) {
        identifiers.add(identifier);
    }

    /** What was noted in this run. */
    Set<String> remembered() {
        return Set.copyOf(identifiers);
    }

    /** The answer to a call, whatever its status. */
    Reply send(Call call) {
        return api.send(call);
    }

    /** The answer to a call that must succeed for the attack to be one. */
    Reply require(Call call) {
        return api.require(call);
    }

    /** A connection to a service's database, as an insider with its password has. */
    Connection database(Part part) throws SQLException {
        String name = part.name().toLowerCase(Locale.ROOT);
        return DriverManager.getConnection(ports().jdbc(name), name, name);
    }

    /** A connection as the database's administrator. */
    Connection administrator(Part part) throws SQLException {
        return DriverManager.getConnection(ports().jdbc(part.name().toLowerCase(Locale.ROOT)), "postgres", "postgres");
    }

    /** A name that nobody else has, on this stack and in this run. */
    static String unique(String prefix) {
        return prefix + "-" + Long.toString(System.currentTimeMillis() % 1_000_000_000, 36) + "-"
                + NUMBER.incrementAndGet();
    }
}
