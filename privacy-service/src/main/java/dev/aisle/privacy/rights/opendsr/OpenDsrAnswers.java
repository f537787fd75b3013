package dev.aisle.privacy.rights.opendsr;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aisle.platform.problem.Problem;
import dev.aisle.privacy.rights.opendsr.CancelOpenDsrRequest.Outcome.Cancelled;
import dev.aisle.privacy.rights.opendsr.CancelOpenDsrRequest.Outcome.NoSuchRequest;
import dev.aisle.privacy.rights.opendsr.CancelOpenDsrRequest.Outcome.TooLate;
import dev.aisle.privacy.rights.opendsr.TakeOpenDsrRequest.Outcome;
import dev.aisle.privacy.rights.opendsr.reading.OpenDsrReader;
import dev.aisle.privacy.rights.opendsr.reading.OpenDsrReading;
import dev.aisle.privacy.shared.people.ReceiptRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What OpenDSR's routes answer, under their names of today and of before alike. */
@ApplicationScoped
class OpenDsrAnswers {
    private final TakeOpenDsrRequest takeRequest;
    private final ReadOpenDsrRequest readRequest;
    private final CancelOpenDsrRequest cancelRequest;
    private final OpenDsrMessages messages;
    private final ProcessorIdentity identity;

    OpenDsrAnswers(
            TakeOpenDsrRequest takeRequest,
            ReadOpenDsrRequest readRequest,
            CancelOpenDsrRequest cancelRequest,
            OpenDsrMessages messages,
            ProcessorIdentity identity) {
        this.takeRequest = takeRequest;
        this.readRequest = readRequest;
        this.cancelRequest = cancelRequest;
        this.messages = messages;
        this.identity = identity;
    }

    /** A problem of RFC 9457 that is also OpenDSR's error object (7.6). */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record ErrorView(String type, String title, int status, String detail, ErrorObject error) {
        record ErrorObject(int code, String message, List<Detail> errors) {}

        record Detail(String domain, String reason, String message) {}

        static Response answer(String kind, int status, String reason, String message) {
            Problem problem = Problem.of(kind, status, message);
            ErrorObject error = new ErrorObject(status, message, List.of(new Detail("Validation", reason, message)));
            return Response.status(status)
                    .type(Problem.MEDIA_TYPE)
                    .entity(new ErrorView(problem.type(), problem.title(), status, message, error))
                    .build();
        }
    }

    Response take(byte @Nullable [] sent, boolean firstVersion) {
        if (!identity.isConfigured()) {
            return off();
        }
        byte[] body = sent == null ? new byte[0] : sent;
        return switch (OpenDsrReader.read(body, firstVersion, Instant.now())) {
            case OpenDsrReading.Refused refused ->
                ErrorView.answer("invalid-field", 400, refused.field(), refused.field() + ": " + refused.message());
            case OpenDsrReading.Understood understood ->
                switch (takeRequest.take(understood.request(), body)) {
                    case Outcome.Taken taken -> signed(201, messages.receipt(taken.state(), body));
                    case Outcome.IdOfAnother another ->
                        ErrorView.answer("id-reused", 409, "subject_request_id", "The id was used with another body.");
                    case Outcome.ForbiddenCallback forbidden ->
                        ErrorView.answer(
                                "forbidden-callback",
                                400,
                                "status_callback_urls",
                                "status_callback_urls: expected https addresses outside of private networks");
                };
        };
    }

    Response status(String id) {
        UUID requestId = ReceiptRules.requestId(id);
        if (!identity.isConfigured()) {
            return off();
        }
        return Optional.ofNullable(requestId)
                .flatMap(readRequest::read)
                .map(state -> signed(200, messages.status(state)))
                .orElseGet(OpenDsrAnswers::none);
    }

    Response cancel(String id) {
        UUID requestId = ReceiptRules.requestId(id);
        if (!identity.isConfigured()) {
            return off();
        }
        if (requestId == null) {
            return none();
        }
        return switch (cancelRequest.cancel(requestId)) {
            case Cancelled cancelled ->
                signed(202, messages.cancellation(requestId, cancelled.apiVersion(), cancelled.receivedAt()));
            case TooLate late ->
                ErrorView.answer(
                        "begun-already", 409, "subject_request_id", "Only a pending request can be cancelled.");
            case NoSuchRequest none -> none();
        };
    }

    /** A body and its signature over the very bytes that are sent. */
    Response signed(int status, byte[] body) {
        Response.ResponseBuilder answer =
                Response.status(status).type(MediaType.APPLICATION_JSON).entity(body);
        SignedHeaders.of(identity, body).forEach(answer::header);
        return answer.build();
    }

    Response off() {
        return ErrorView.answer(
                "opendsr-off", 503, "configuration", "OpenDSR is off: the operator has set no aisle.opendsr.keystore.");
    }

    private static Response none() {
        return ErrorView.answer("no-such-request", 404, "subject_request_id", "There is no such request.");
    }
}
