package dev.aisle.campaign.experiments.flags.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.campaign.experiments.flags.domain.FlagSet;
import dev.aisle.campaign.experiments.flags.edge.OfrepViews.Changed;
import dev.aisle.campaign.experiments.flags.usecase.FlagCatalogue;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Streams of changes: for GrowthBook's SDKs with the payload, for OpenFeature's clients as a word to fetch again. */
@Path("/")
@PermitAll
@Tag(name = "flags")
class StreamResource {
    private static final Duration ALIVE = Duration.ofSeconds(25);

    private final FlagStreams streams;
    private final FlagCatalogue catalogue;
    private final ClientGate gate;
    private final OpenPayload payload;
    private final ObjectMapper json;

    StreamResource(
            FlagStreams streams, FlagCatalogue catalogue, ClientGate gate, OpenPayload payload, ObjectMapper json) {
        this.streams = streams;
        this.catalogue = catalogue;
        this.gate = gate;
        this.payload = payload;
        this.json = json;
    }

    @GET
    @Path("/sub/{clientKey}")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(summary = "GrowthBook's payload at each change")
    public Multi<OutboundSseEvent> features(@PathParam("clientKey") String key, @Context Sse sse) {
        return follow(
                key,
                sse,
                (events, set) ->
                        events.name("features").data(payload.of(set).text()).build());
    }

    @GET
    @Path("/ofrep/v1/streams/{clientKey}")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(summary = "A word to evaluate again at each change")
    public Multi<OutboundSseEvent> changes(@PathParam("clientKey") String key, @Context Sse sse) {
        return follow(
                key,
                sse,
                (events, set) -> events.name("message")
                        .id("s" + set.stamp())
                        .data(write(new Changed(
                                "refetchEvaluation",
                                "s" + set.stamp(),
                                set.readAt().getEpochSecond())))
                        .build());
    }

    private Multi<OutboundSseEvent> follow(
            String key, Sse sse, BiFunction<OutboundSseEvent.Builder, FlagSet, OutboundSseEvent> event) {
        if (gate.enter(key) != ClientGate.Entry.LET_IN) {
            throw new NotFoundException("There is no such client key.");
        }
        Multi<FlagSet> changes =
                streams.follow().orElseThrow(() -> new ServiceUnavailableException("Too many streams are open.", 30L));
        Multi<OutboundSseEvent> alive = Multi.createFrom()
                .ticks()
                .every(ALIVE)
                .map(_ -> comment(sse))
                .onOverflow()
                .drop();
        Multi<OutboundSseEvent> told = changes.map(set -> event.apply(sse.newEventBuilder(), set));
        return Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(() -> comment(sse)),
                        Multi.createBy().merging().streams(told, alive))
                // A key that was revoked ends its streams with the next word.
                .select()
                .first(_ -> catalogue.knows(key));
    }

    /** Opens the stream at once, keeps proxies from closing it, and finds clients that are gone. */
    private static OutboundSseEvent comment(Sse sse) {
        return sse.newEventBuilder().comment("here").build();
    }

    private String write(Changed changed) {
        try {
            return json.writeValueAsString(changed);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record is always JSON", e);
        }
    }
}
