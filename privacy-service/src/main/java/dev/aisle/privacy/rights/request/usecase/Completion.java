package dev.aisle.privacy.rights.request.usecase;

import dev.aisle.privacy.rights.erasure.ConcealErased;
import dev.aisle.privacy.rights.erasure.ErasureConfig;
import dev.aisle.privacy.rights.export.ExportRepository;
import dev.aisle.privacy.rights.export.ExportsConfig;
import dev.aisle.privacy.rights.receipts.ReceiptRepository;
import dev.aisle.privacy.rights.request.domain.RequestState;
import dev.aisle.privacy.rights.request.domain.RequestStatus;
import dev.aisle.privacy.rights.request.domain.RequestType;
import dev.aisle.privacy.rights.request.store.RequestRepository;
import dev.aisle.privacy.rights.request.store.RequestRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Completes a request when every service that is expected has answered. */
@ApplicationScoped
public class Completion {
    private final RequestRepository requests;
    private final ReceiptRepository receipts;
    private final ExportRepository exports;
    private final ErasureConfig config;
    private final RequestAudit audit;
    private final ConcealErased concealErased;
    private final List<String> exporting;

    Completion(
            RequestRepository requests,
            ReceiptRepository receipts,
            ExportRepository exports,
            ErasureConfig config,
            ExportsConfig exportsConfig,
            RequestAudit audit,
            ConcealErased concealErased,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.requests = requests;
        this.receipts = receipts;
        this.exports = exports;
        this.config = config;
        this.audit = audit;
        this.concealErased = concealErased;
        this.exporting = Stream.concat(exportsConfig.services().keySet().stream(), Stream.of(service))
                .sorted()
                .toList();
    }

    /** Looks whether a request that the caller holds is complete now; with its last part the whole is. */
    public boolean completeIfAnswered(RequestRow request, Instant now) {
        if (request.status() == RequestStatus.IN_PROGRESS && awaited(request).isEmpty()) {
            request.complete(now);
            audit.completed(request);
            if (request.type() == RequestType.ERASURE) {
                concealErased.conceal(request, now);
            }
            if (request.partOf() != null) {
                requests.flush();
                requests.hold(request.partOf()).ifPresent(whole -> completeIfAnswered(whole, now));
            }
        }
        return request.isCompleted();
    }

    /** Who has not answered, for any part. Of a complete request nobody is awaited, whoever has been added to the list since. */
    public List<String> awaited(RequestRow request) {
        if (request.status() != RequestStatus.IN_PROGRESS) {
            return List.of();
        }
        Set<String> awaited = new TreeSet<>(RequestState.awaited(expected(request), answered(request)));
        requests.partsOf(request.id()).forEach(part -> awaited.addAll(awaited(part)));
        return List.copyOf(awaited);
    }

    /** Who has. */
    List<String> answered(RequestRow request) {
        return request.type().isExport() ? exports.servicesOf(request.id()) : receipts.servicesOf(request.id());
    }

    private List<String> expected(RequestRow request) {
        return switch (request.type()) {
            case ERASURE -> config.services();
            case ACCESS, PORTABILITY -> exporting;
            case RECTIFICATION, RESTRICTION, OBJECTION -> List.of();
        };
    }

    /** Whether anybody waits for this service. */
    public boolean expects(String service) {
        return config.services().contains(service);
    }
}
