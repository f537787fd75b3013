package dev.aisle.local.attacks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Json;
import dev.aisle.local.client.Reply;
import dev.aisle.local.client.Storefront;
import dev.aisle.local.stack.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Attacks on consent: grants that prove nothing, signals that are lost, events between a grant and the next page. */
final class ConsentAttacks {
    private static final int FIRST_VIEWS = 1_000;
    private static final int BROWSERS = 8;
    private static final int AT_ONCE = 24;
    private static final int ACCEPTED = 202;

    private ConsentAttacks() {}

    static List<Attack> all() {
        return List.of(
                new Attack(
                        "grant-without-notice",
                        "A grant without a notice is refused; a denial never is",
                        ConsentAttacks::grantWithoutNotice),
                new Attack(
                        "first-view-after-grant",
                        "No view is lost that is sent straight after the answer to a grant",
                        Attack.Order.FIRST,
                        ConsentAttacks::firstView),
                new Attack(
                        "privacy-control-lost",
                        "Global Privacy Control stays in force until the person grants explicitly",
                        ConsentAttacks::privacyControl),
                new Attack(
                        "children-and-unknown",
                        "Children, unknown people and people who were never asked are allowed nothing optional",
                        ConsentAttacks::children),
                new Attack(
                        "use-after-withdrawal",
                        "Right after a withdrawal is acknowledged no service uses the data for that purpose",
                        ConsentAttacks::useAfterWithdrawal),
                new Attack(
                        "idempotency-key-reused",
                        "An idempotency key of another subject changes nothing",
                        ConsentAttacks::reusedKey),
                new Attack(
                        "parallel-consents",
                        "Parallel changes of one person's consent get a version each, and the last one holds",
                        ConsentAttacks::parallel));
    }

    private static ObjectNode body(String customer, String purpose, String decision) {
        ObjectNode body = Json.object()
                .put("subject", "customer_id:" + customer)
                .put("jurisdiction", "DE")
                .put("ageBand", "adult")
                .put("method", "banner");
        body.putObject("decisions").put(purpose, decision);
        return body;
    }

    private static Reply record(Target target, ObjectNode body) {
        return target.send(Call.post(Part.PRIVACY, "/v1/consents", body).as("storefront"));
    }

    private static AttackResult grantWithoutNotice(Target target) {
        Reply grant = record(target, body(Target.unique("no-notice"), "personalization", "grant"));
        Reply denial = record(target, body(Target.unique("no-notice"), "personalization", "deny"));
        if (grant.status() != 422 || !grant.body().contains("unknown-notice")) {
            return AttackResult.broken("a grant without a notice: " + grant.status());
        }
        return denial.ok()
                ? AttackResult.held("the grant is answered 422 unknown-notice, the denial " + denial.status())
                : AttackResult.broken("a denial without a notice: " + denial.complaint());
    }

    private static AttackResult firstView(Target target) throws InterruptedException, ExecutionException {
        AtomicInteger known = new AtomicInteger();
        Callable<JsonNode> first = () -> {
            String customer = Target.unique("first-view");
            Reply granted = target.require(Storefront.grant(customer, List.of("analytics")));
            JsonNode viewed = target.shoppers()
                    .browser(Shoppers.view("mug").put("userId", customer))
                    .json();
            // 202 says that a door may not know yet; a machine that is busy with something else may need it.
            if (granted.status() == ACCEPTED) {
                return Json.object().put("accepted", 1);
            }
            known.incrementAndGet();
            return viewed;
        };
        List<String> lost = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(BROWSERS)) {
            for (Future<JsonNode> answer : threads.invokeAll(Collections.nCopies(FIRST_VIEWS, first))) {
                if (answer.get().path("accepted").asInt() != 1) {
                    lost.add(answer.get().toString());
                }
            }
        }
        if (known.get() <= FIRST_VIEWS / 2) {
            lost.add("the door knew of " + known.get() + " of " + FIRST_VIEWS + " grants when they were answered");
        }
        return AttackResult.of(lost, known.get() + " views, none lost");
    }

    static JsonNode decision(Target target, String pseudonym, String purpose) {
        ObjectNode body = Json.object();
        body.putArray("questions").addObject().put("subject", pseudonym).put("purpose", purpose);
        return target.require(Call.post(Part.PRIVACY, "/v1/decisions", body).as("storefront"))
                .json()
                .path("decisions")
                .path(0);
    }

    static boolean allowed(Target target, String pseudonym, String purpose) {
        return decision(target, pseudonym, purpose).path("decision").asText().equalsIgnoreCase("allow");
    }

    private static AttackResult privacyControl(Target target) {
        String customer = Target.unique("gpc");
        ObjectNode grant = body(customer, "ads_targeted", "grant").put("noticeVersion", "1");
        String pseudonym = target.shoppers().pseudonym("customer_id", customer);
        List<String> lost = new ArrayList<>();
        target.require(
                Call.post(Part.PRIVACY, "/v1/consents", grant).as("storefront").header("Sec-GPC", "1"));
        if (allowed(target, pseudonym, "ads_targeted")) {
            lost.add("ads_targeted is allowed with Sec-GPC: 1");
        }
        record(
                target,
                body(customer, "analytics", "grant").put("noticeVersion", "1").put("gpc", false));
        if (allowed(target, pseudonym, "ads_targeted")) {
            lost.add("ads_targeted is allowed after a call with gpc: false");
        }
        record(target, body(customer, "analytics", "grant").put("noticeVersion", "1"));
        if (allowed(target, pseudonym, "ads_targeted")) {
            lost.add("ads_targeted is allowed after a call without the header");
        }
        return AttackResult.of(lost, "with the header, then gpc: false, then no header");
    }

    private static AttackResult children(Target target) {
        List<String> allowed = new ArrayList<>();
        String child = Target.unique("child");
        record(
                target,
                body(child, "ads_targeted", "grant").put("noticeVersion", "1").put("ageBand", "child"));
        String never = target.shoppers().pseudonym("customer_id", Target.unique("never-asked"));
        for (String pseudonym : List.of(target.shoppers().pseudonym("customer_id", child), never)) {
            for (String purpose : Shoppers.EVERYTHING) {
                if (allowed(target, pseudonym, purpose)) {
                    allowed.add(purpose + " of " + (pseudonym.equals(never) ? "somebody never asked" : "a child"));
                }
            }
        }
        return AttackResult.of(allowed, "two people, " + Shoppers.EVERYTHING.size() + " purposes each");
    }

    private static AttackResult useAfterWithdrawal(Target target) {
        Shoppers.Shopper shopper = target.shoppers().who("withdraws", Shoppers.EVERYTHING);
        target.shoppers().looksAt(shopper, "mug-1", "mug-2");
        target.shoppers().profile(shopper);
        List<String> used = new ArrayList<>();
        for (String purpose : List.of("analytics", "personalization", "model_training")) {
            withdraw(target, shopper, purpose);
            if (allowed(target, shopper.pseudonym(), purpose)) {
                used.add(purpose + " is still allowed");
            }
        }
        if (target.send(Storefront.profile(shopper.pseudonym())).ok()) {
            used.add("the profile is still answered");
        }
        if (target.send(Storefront.recommend(shopper.pseudonym(), 3))
                .json()
                .path("personalized")
                .asBoolean()) {
            used.add("the list is still personalized");
        }
        if (target.shoppers()
                        .browser(Shoppers.view("mug-3").put("userId", shopper.customer()))
                        .json()
                        .path("accepted")
                        .asInt()
                == 1) {
            used.add("the door still takes events");
        }
        return AttackResult.of(used, "three withdrawals, then decision, profile, list and door");
    }

    /** Returns when no service uses the data any more: 202 says that one still may. */
    private static void withdraw(Target target, Shoppers.Shopper shopper, String purpose) {
        Reply reply = target.require(Storefront.withdraw(shopper.pseudonym(), purpose));
        if (reply.status() == ACCEPTED) {
            Call status = Call.get(Part.PRIVACY, reply.json().path("statusUrl").asText())
                    .as("storefront");
            Shoppers.until(
                    () -> target.send(status).json().path("status").asText().equals("in-force"),
                    "A withdrawal never came into force.");
        }
    }

    private static AttackResult reusedKey(Target target) {
        String key = Target.unique("key");
        Call first = Call.post(
                        Part.PRIVACY,
                        "/v1/consents",
                        body(Target.unique("one"), "analytics", "grant").put("noticeVersion", "1"))
                .as("storefront")
                .header("Idempotency-Key", key);
        target.require(first);
        Reply other = target.send(Call.post(
                        Part.PRIVACY,
                        "/v1/consents",
                        body(Target.unique("other"), "analytics", "grant").put("noticeVersion", "1"))
                .as("storefront")
                .header("Idempotency-Key", key));
        return other.status() == 409
                ? AttackResult.held("another subject under the same key is answered 409")
                : AttackResult.broken("another subject under the same key is answered " + other.status());
    }

    private static AttackResult parallel(Target target) throws InterruptedException, ExecutionException {
        String customer = Target.unique("parallel");
        List<Callable<Long>> changes = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            ObjectNode body =
                    body(customer, "analytics", i % 2 == 0 ? "grant" : "deny").put("noticeVersion", "1");
            changes.add(() -> record(target, body).json().path("version").asLong());
        }
        Set<Long> versions = new TreeSet<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Long> version : threads.invokeAll(changes)) {
                versions.add(version.get());
            }
        }
        long current = decision(target, target.shoppers().pseudonym("customer_id", customer), "analytics")
                .path("consentVersion")
                .asLong();
        return versions.size() == AT_ONCE && versions.contains(current) && current == AT_ONCE
                ? AttackResult.held(AT_ONCE + " at once: versions 1 to " + current)
                : AttackResult.broken(AT_ONCE + " at once: versions " + versions + ", current " + current);
    }
}
