package dev.aisle.shop.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** privacy-service: what somebody allows, what is known of them, and what they ask for. */
public final class Privacy {
    private final Calls calls;

    Privacy(Calls calls) {
        this.calls = calls;
    }

    /** {@code {version, noticeVersion, decisions, changedAt}}. */
    public Reply consents(String pseudonym) {
        return calls.get(Kind.CONSENT, "/v1/consents/" + pseudonym);
    }

    /** The texts that people were shown, by version. */
    public Reply notices() {
        return calls.get(Kind.CONSENT, "/v1/notices");
    }

    /** Where somebody was asked: a shop knows it, and a page isn't asked for it. */
    public record Circumstances(String jurisdiction, String ageBand, String method) {}

    /** Purpose by purpose {@code grant} or {@code deny}; purposes that aren't named stay. */
    public Reply record(String pseudonym, JsonNode decisions, String notice, Circumstances where) {
        ObjectNode body = Reply.JSON
                .createObjectNode()
                .put("subject", pseudonym)
                .put("jurisdiction", where.jurisdiction())
                .put("ageBand", where.ageBand())
                .put("noticeVersion", notice)
                .put("method", where.method());
        body.set("decisions", decisions);
        return calls.post(Kind.CONSENT, "/v1/consents", body);
    }

    /** 200 when every service goes by it, 202 while one still may not; what stays all the same is told in that language. */
    public Reply withdraw(String pseudonym, String purpose, String language) {
        return calls.delete(
                Kind.CONSENT, "/v1/consents/" + pseudonym + "/" + purpose, Map.of("Accept-Language", language));
    }

    /** What is used and why, what is known, what was shown, what can be asked for. */
    public Reply explained(String pseudonym, String language) {
        return calls.get(Kind.RIGHTS, "/v1/transparency/" + pseudonym, Map.of("Accept-Language", language));
    }

    /** What an erasure would remove, by service and kind; nothing is removed. */
    public Reply erasurePreview(String pseudonym) {
        return calls.post(
                Kind.RIGHTS,
                "/v1/erasure-previews",
                Reply.JSON.createObjectNode().put("subject", pseudonym));
    }

    /** Asks for something; {@code startsAt} of an erasure is until when it can be taken back, or empty. */
    public Reply request(String pseudonym, String type, String startsAt) {
        ObjectNode body =
                Reply.JSON.createObjectNode().put("subject", pseudonym).put("type", type);
        if (!startsAt.isEmpty()) {
            body.put("startsAt", startsAt);
        }
        return calls.post(Kind.RIGHTS, "/v1/requests", body);
    }

    /** How far it is. */
    public Reply request(String id) {
        return calls.get(Kind.RIGHTS, "/v1/requests/" + id);
    }

    /** Takes it back; 409 when it has begun. */
    public Reply takeBack(String id) {
        return calls.delete(Kind.RIGHTS, "/v1/requests/" + id);
    }

    /** The ZIP of an access or portability, once; 409 while a service hasn't answered yet. */
    public Reply archive(String id) {
        Reply issued = calls.post(Kind.RIGHTS, "/v1/requests/" + id + "/archive-token");
        return issued.ok()
                ? calls.get(
                        Kind.RIGHTS,
                        "/v1/requests/" + id + "/archive",
                        Map.of("Archive-Token", issued.json().path("token").asText()))
                : issued;
    }
}
