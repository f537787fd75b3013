package dev.aisle.ingest.settings.rates;

import dev.aisle.contracts.ingest.v1.ExchangeRates;
import dev.aisle.ingest.shared.values.Timestamps;
import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.problem.Problem;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The rates at which refine converts amounts into the shop's currency. */
@Path("/v1/exchange-rates")
@Changes("rates")
@RunOnVirtualThread
@RolesAllowed(Role.OPERATOR)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "exchange rates")
class ExchangeRateResource {
    private static final int RETRY_AFTER_SECONDS = 5;
    private static final int MOST_BYTES = 64 * 1024;

    private final KeepExchangeRates rates;

    ExchangeRateResource(KeepExchangeRates rates) {
        this.rates = rates;
    }

    record View(String base, Map<String, String> rates, String asOf) {
        static View of(ExchangeRates rates) {
            return new View(
                    rates.getBase(),
                    new TreeMap<>(rates.getRatesMap()),
                    Timestamps.toInstant(rates.getAsOf()).toString());
        }
    }

    @GET
    @Operation(summary = "The rates in force")
    public Response get() {
        if (!rates.known()) {
            return Problems.unavailable("The settings are not known yet.", RETRY_AFTER_SECONDS);
        }
        return rates.current()
                .map(current -> Response.ok(View.of(current)).build())
                .orElseGet(() -> Problems.notFound("exchange-rates"));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Set the rates",
            description = "What one unit of each currency is worth in the shop's own. Replaces all.")
    public Response put(InputStream body) throws IOException {
        return set(body, json -> RatesDocument.read(json, rates.currency()));
    }

    @PUT
    @Consumes({MediaType.APPLICATION_XML, MediaType.TEXT_XML})
    @Operation(
            summary = "Set the rates to those of the European Central Bank",
            description = "The body is eurofxref-daily.xml as the bank publishes it, for one day.")
    public Response putEcb(InputStream body) throws IOException {
        return set(body, xml -> EcbDocument.read(xml, rates.currency()));
    }

    private Response set(InputStream body, Function<byte[], RatesReading> read) throws IOException {
        byte[] document = body.readNBytes(MOST_BYTES + 1);
        if (document.length > MOST_BYTES) {
            return Problems.answer(
                    Problem.of("too-large", 413, "Expected a document of at most " + MOST_BYTES + " bytes."));
        }
        return switch (read.apply(document)) {
            case RatesReading.Valid valid -> set(valid.rates());
            case RatesReading.Invalid invalid ->
                Problems.invalidField(invalid.fault().field(), invalid.fault().message());
            case RatesReading.Malformed malformed ->
                Problems.malformed("The body holds no rates: " + malformed.message() + ".");
        };
    }

    private Response set(ExchangeRates document) {
        return rates.set(document)
                ? Response.ok(View.of(document)).build()
                : Problems.unavailable("The broker did not take the rates. Send them again.", RETRY_AFTER_SECONDS);
    }
}
