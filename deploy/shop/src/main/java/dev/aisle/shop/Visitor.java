package dev.aisle.shop;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.shop.gateway.Apis;
import dev.aisle.shop.gateway.Door;
import dev.aisle.shop.gateway.Gateway;
import dev.aisle.shop.gateway.Journal;
import dev.aisle.shop.gateway.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the shop keeps of a visit while it lasts: in memory, by a cookie that says nothing. */
final class Visitor {
    /** A page after another shows the same. */
    private static final Duration VARIATION_KEPT = Duration.ofSeconds(5);

    private static final int MOST_TOKENS = 200;

    private final String browser = "shop-" + UUID.randomUUID();
    private final Journal journal = new Journal();
    private final Apis apis;
    private final Cart cart = new Cart();
    private final Map<String, Followed> shown = new ConcurrentHashMap<>();
    private final Set<String> requests = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Shopper shopper;
    private volatile @Nullable Variation variation;
    private volatile String notice = "";
    private final Lock ordering = new ReentrantLock();
    private volatile boolean choosing;
    private volatile boolean optedOut;

    private record Variation(JsonNode flag, Instant until) {}

    /** An ad that a page showed. */
    record Followed(String productId, String clickToken) {}

    Visitor(Gateway gateway) {
        apis = gateway.notedIn(journal, () -> optedOut);
    }

    /** Hears what the browser sends with each request; a signal that came once counts for the whole visit. */
    void hears(boolean globalPrivacyControl) {
        if (globalPrivacyControl) {
            optedOut = true;
        }
    }

    Apis apis() {
        return apis;
    }

    Journal journal() {
        return journal;
    }

    Cart cart() {
        return cart;
    }

    Optional<Shopper> shopper() {
        return Optional.ofNullable(shopper);
    }

    /** What the visit showed it goes on showing until the services have heard that this browser is the customer's. */
    void logIn(Shopper known) {
        shopper = known;
        Variation kept = variation;
        if (kept != null) {
            variation = new Variation(kept.flag(), Instant.now().plus(VARIATION_KEPT));
        }
    }

    /** Whom the calls of this visit are about. */
    Subject subject() {
        return shopper().map(Shopper::subject).orElseGet(() -> Subject.browser(browser));
    }

    /** Empty while the door can't be asked. */
    Optional<String> pseudonym() {
        return apis.door().pseudonym(subject());
    }

    /** Held while an order is placed: whoever presses the button twice orders once. */
    Lock ordering() {
        return ordering;
    }

    Door.Actor actor() {
        return new Door.Actor(shopper().map(Shopper::customer), browser);
    }

    /** The flag as it was answered for the pages before, or now. */
    JsonNode variation(Supplier<JsonNode> asked) {
        Variation kept = variation;
        if (kept != null && Instant.now().isBefore(kept.until())) {
            return kept.flag();
        }
        JsonNode flag = asked.get();
        variation = new Variation(flag, Instant.now().plus(VARIATION_KEPT));
        return flag;
    }

    /** A page shows an ad; following it is told with the token of the page that was shown last. */
    void showed(String ad, Followed followed) {
        if (shown.size() < MOST_TOKENS || shown.containsKey(ad)) {
            shown.put(ad, followed);
        }
    }

    /** The ad that was followed; empty when no page of this visit showed it. */
    Optional<Followed> followed(String ad) {
        return Optional.ofNullable(shown.get(ad));
    }

    /** A request about data that this visit has opened; another visit isn't told of it. */
    void opened(String request) {
        requests.add(request);
    }

    boolean hasOpened(String request) {
        return requests.contains(request);
    }

    /** Whoever has just turned a switch sees the switches on the next page. */
    void chose() {
        choosing = true;
    }

    synchronized boolean choosing() {
        boolean now = choosing;
        choosing = false;
        return now;
    }

    /** Said once, on the next page. */
    void say(String text) {
        notice = text;
    }

    synchronized String said() {
        String text = notice;
        notice = "";
        return text;
    }
}
