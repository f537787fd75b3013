package dev.aisle.campaign.delivery.feedback;

import dev.aisle.platform.problem.Problems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Base64;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where the links and the image of tracked mails lead. Only targets that we signed are led to. */
@Path("/v1")
@RunOnVirtualThread
@PermitAll
@Tag(name = "feedback")
class MailLinkResource {
    private static final byte[] IMAGE =
            Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");
    private static final int FOUND = 302;

    private final FollowLinks followLinks;

    MailLinkResource(FollowLinks followLinks) {
        this.followLinks = followLinks;
    }

    /** The image, whoever asks: the answer says nothing of anybody. */
    @GET
    @Path("/mail-opens/{token}")
    @Produces("image/gif")
    public Response open(@PathParam("token") String token) {
        followLinks.opened(token);
        return Response.ok(IMAGE, "image/gif")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Path("/mail-clicks/{token}")
    public Response click(@PathParam("token") String token, @QueryParam("to") @DefaultValue("") String target) {
        if (!followLinks.clicked(token, target)) {
            return Problems.notFound("link");
        }
        return Response.status(FOUND)
                .location(URI.create(target))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
