package dev.aisle.recommender.search.pictures;

import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.problem.Problem;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The encoder of pictures: which one serves, another one, none. */
@Path("/v1/picture-encoder")
@Changes("encoder")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class EncoderResource {
    private static final int MOST_BYTES = 10 * 1024 * 1024;

    private final PictureSpaces spaces;
    private final TakeEncoder takeEncoder;

    EncoderResource(PictureSpaces spaces, TakeEncoder takeEncoder) {
        this.spaces = spaces;
        this.takeEncoder = takeEncoder;
    }

    @GET
    @RolesAllowed({Role.OPERATOR, Role.ANALYST})
    @Operation(summary = "The encoder in use, what it was measured at, and how many products' pictures it sees.")
    public Response get() {
        return spaces.current()
                .map(looking -> Response.ok(EncoderView.of(looking)).build())
                .orElseGet(() -> Problems.answer(
                        Problem.of("no-picture-encoder", 404, "There is none. Train one: ./aisle train --pictures.")));
    }

    @PUT
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            summary = "Takes a file of ./aisle train --pictures, unless it is damaged or, without force=true, finds"
                    + " fewer of the same category on the shop's pictures.")
    public Response put(@QueryParam("force") boolean force, InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            return Problems.answer(
                    Problem.of("too-large", 413, "Expected a file of at most " + MOST_BYTES + " bytes."));
        }
        return switch (takeEncoder.take(bytes, force)) {
            case TakeEncoder.Taken ignored -> get();
            case TakeEncoder.Unreadable unreadable ->
                Problems.invalidField("encoder", unreadable.why() + "; send a file of ./aisle train --pictures");
            case TakeEncoder.Worse worse ->
                Problems.conflict("worse-encoder", worse.why() + "; the old one serves on. force=true takes it anyway");
        };
    }

    @DELETE
    @RolesAllowed(Role.OPERATOR)
    @Operation(summary = "Takes all encoders away: nothing looks like anything until another one comes.")
    public Response delete() {
        takeEncoder.clear();
        return Response.noContent().build();
    }
}
