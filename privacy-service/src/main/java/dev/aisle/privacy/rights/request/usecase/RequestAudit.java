package dev.aisle.privacy.rights.request.usecase;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.privacy.audit.log.Actors;
import dev.aisle.privacy.audit.log.AuditEntry;
import dev.aisle.privacy.audit.log.AuditLog;
import dev.aisle.privacy.rights.request.domain.Verification;
import dev.aisle.privacy.rights.request.store.RequestRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;

/** What the audit log has of requests. An erasure is named by its request and not by its subject, who is to be forgotten. */
@ApplicationScoped
public class RequestAudit {
    private final AuditLog log;
    private final Actors actors;

    RequestAudit(AuditLog log, Actors actors) {
        this.log = log;
        this.actors = actors;
    }

    void received(RequestRow request) {
        append(
                "dsr.received",
                actors.current(),
                request,
                Map.of("type", request.type().wireName()));
    }

    public void answered(RequestRow request, String service) {
        append("dsr.receipt", service, request, Map.of("service", service));
    }

    void verified(RequestRow request, Verification by) {
        append("dsr.verified", actors.current(), request, Map.of("by", by.wireName()));
    }

    void cancelled(RequestRow request) {
        append(
                "dsr.cancelled",
                actors.current(),
                request,
                Map.of("type", request.type().wireName()));
    }

    void extended(RequestRow request) {
        append(
                "dsr.extended",
                actors.current(),
                request,
                Map.of("type", request.type().wireName()));
    }

    void completed(RequestRow request) {
        append(
                "dsr.completed",
                actors.service(),
                request,
                Map.of("type", request.type().wireName()));
    }

    public void holdSet(Pseudonym pseudonym, Instant until) {
        log.append(new AuditEntry(
                "hold.set",
                actors.current(),
                Map.of(AuditEntry.SUBJECT, pseudonym.value(), "until", until.toString())));
    }

    public void holdLifted(Pseudonym pseudonym) {
        log.append(new AuditEntry("hold.lifted", actors.current(), Map.of(AuditEntry.SUBJECT, pseudonym.value())));
    }

    private void append(String event, String actor, RequestRow request, Map<String, String> more) {
        Map<String, String> data = new java.util.HashMap<>(more);
        data.put("id", request.id().toString());
        log.append(new AuditEntry(event, actor, data));
    }
}
