package dev.aisle.local.attacks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.local.attacks.Shoppers.Shopper;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Json;
import dev.aisle.local.client.Storefront;
import dev.aisle.local.stack.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Attacks on the vault: who gets an address or its digest. */
final class DisclosureAttacks {
    private static final int GUESSES = 500;

    private DisclosureAttacks() {}

    static List<Attack> all() {
        return List.of(
                new Attack(
                        "digest-of-anybody",
                        "Nobody gets the digest of an address that was not released to that campaign before",
                        DisclosureAttacks::digestOfAnybody),
                new Attack(
                        "address-without-consent",
                        "The vault hands out no address of somebody whose consent does not hold now",
                        DisclosureAttacks::addressWithoutConsent));
    }

    /** People who must never be in an audience, by what keeps them out. */
    private static Map<String, Shopper> protectedPeople(Target target) {
        Shoppers shoppers = target.shoppers();
        Map<String, Shopper> people = new LinkedHashMap<>();
        for (String kind : List.of("denied", "withdrawn", "restricted", "objected", "child", "never asked")) {
            Shopper shopper = shoppers.who("vault-" + kind.charAt(0), List.of("analytics"));
            shoppers.address(shopper);
            people.put(kind, shopper);
        }
        shoppers.decide(subject(people, "denied"), "ads_targeted", "deny", Json.object());
        shoppers.decide(subject(people, "withdrawn"), "ads_targeted", "grant", Json.object());
        target.require(Storefront.withdraw(person(people, "withdrawn").pseudonym(), "ads_targeted"));
        request(target, subject(people, "restricted"), Json.object().put("type", "restriction"));
        ObjectNode objection = Json.object().put("type", "objection");
        objection.putArray("purposes").add("ads_targeted");
        request(target, subject(people, "objected"), objection);
        shoppers.decide(
                subject(people, "child"), "ads_targeted", "grant", Json.object().put("ageBand", "child"));
        return people;
    }

    private static Shopper person(Map<String, Shopper> people, String kind) {
        return Objects.requireNonNull(people.get(kind), kind);
    }

    private static String subject(Map<String, Shopper> people, String kind) {
        return "customer_id:" + person(people, kind).customer();
    }

    private static void request(Target target, String subject, ObjectNode body) {
        target.send(Call.post(Part.PRIVACY, "/v1/requests", body.put("subject", subject))
                .as("privacy-officer"));
    }

    private static AttackResult digestOfAnybody(Target target) {
        Map<String, Shopper> people = protectedPeople(target);
        List<String> leaks = new ArrayList<>();
        people.forEach((kind, shopper) -> {
            for (String change : List.of("leave", "join")) {
                ObjectNode body = Json.object().put("campaign", "never-joined").put("change", change);
                body.putArray("subjects").add(shopper.pseudonym());
                if (givesDigest(target, body)) {
                    leaks.add("the digest of a person who is \"" + kind + "\" by \"" + change + "\"");
                }
            }
        });
        ObjectNode guessed = Json.object().put("campaign", "never-joined").put("change", "leave");
        for (int i = 0; i < GUESSES; i++) {
            guessed.withArray("disclosures").add(UUID.randomUUID().toString());
        }
        if (givesDigest(target, guessed)) {
            leaks.add("the digest of a disclosure that was guessed");
        }
        return AttackResult.of(
                leaks, people.size() + " people by leave and by join, " + GUESSES + " guessed disclosures");
    }

    private static boolean givesDigest(Target target, ObjectNode body) {
        JsonNode answer = target.send(Call.post(Part.PRIVACY, "/v1/vault/ad-identifiers", body)
                        .as("ads-export"))
                .json();
        return !answer.findValues("emailSha256").isEmpty()
                || !answer.findValues("phoneSha256").isEmpty();
    }

    private static AttackResult addressWithoutConsent(Target target) {
        Map<String, Shopper> people = protectedPeople(target);
        List<String> leaks = new ArrayList<>();
        people.forEach((kind, shopper) -> {
            for (String purpose : List.of("marketing_email", "ads_targeted", "marketing_push")) {
                ObjectNode body = Json.object().put("purpose", purpose);
                body.putArray("subjects").add(shopper.pseudonym());
                String answer = target.send(Call.post(Part.PRIVACY, "/v1/vault/resolve", body)
                                .as("campaign-service"))
                        .body();
                if (answer.contains("@mail.example")) {
                    leaks.add("the address of a person who is \"" + kind + "\" for " + purpose);
                }
            }
        });
        return AttackResult.of(leaks, people.size() + " people, three purposes each");
    }
}
