package dev.aisle.ingest.protocols.browser;

import dev.aisle.ingest.door.domain.BodyReader;
import dev.aisle.ingest.door.domain.Call;
import dev.aisle.ingest.door.edge.ClientRequest;
import dev.aisle.ingest.door.edge.Failures;
import dev.aisle.ingest.door.edge.Reception;
import dev.aisle.ingest.door.usecase.Intake;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * One event in the address of an invisible picture. The answer is always the picture: an image has no use for an error, which
 * is counted instead; only what can be sent again later is a 503.
 */
@Singleton
class Pixels {
    /** A transparent GIF of one pixel, 43 bytes. */
    private static final byte[] PICTURE =
            Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==");

    private static final byte[] NOTHING = {};

    private final Reception reception;

    Pixels(Reception reception) {
        this.reception = reception;
    }

    /**
     * Takes an event in.
     *
     * @param data base64url of its JSON
     */
    Response take(String step, @Nullable String data, HttpServerRequest http) {
        ClientRequest request = new ClientRequest(http, "writeKey");
        Call call = Call.ofPath(step).orElseThrow();
        return reception.receive(
                request,
                decode(data),
                bytes -> request.completionWithUserAgent().of(BodyReader.read(bytes, call)),
                Pixels::answer);
    }

    private static Response answer(Intake intake) {
        return switch (intake) {
            case Intake.Unavailable later -> Failures.of(later);
            case Intake.RateLimited later -> Failures.of(later);
            default ->
                Response.ok(PICTURE, "image/gif")
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build();
        };
    }

    /** Both alphabets of base64; a plus sign that nobody escaped has become a space on its way. */
    private static byte[] decode(@Nullable String data) {
        if (data == null) {
            return NOTHING;
        }
        String url = data.strip().replace(' ', '-').replace('+', '-').replace('/', '_');
        try {
            return Base64.getUrlDecoder().decode(url);
        } catch (IllegalArgumentException e) {
            return NOTHING;
        }
    }
}
