package dev.aisle.campaign.delivery.messages.edge;

import dev.aisle.campaign.delivery.messages.usecase.Links;
import dev.aisle.campaign.delivery.messages.usecase.StopMessages;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.UUID;

/**
 * Where somebody says "no more of these", by one click of the mail program or by a button. Opening the page changes nothing: scanners of mail
 * open every link.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8058">RFC 8058</a>
 */
@Path("/v1/unsubscribe/{token}")
@RunOnVirtualThread
@PermitAll
class UnsubscribeResource {
    private static final String HTML = "text/html; charset=UTF-8";
    private static final int GONE = 410;

    private final Links links;
    private final StopMessages stopMessages;

    UnsubscribeResource(Links links, StopMessages stopMessages) {
        this.links = links;
        this.stopMessages = stopMessages;
    }

    @GET
    @Produces(HTML)
    public Response ask(@PathParam("token") String token) {
        return links.read(token).isPresent() ? page(200, """
                        <form method="post"><p>Stop these messages? / 不再接收此类邮件？</p>
                        <button name="List-Unsubscribe" value="One-Click">Unsubscribe / 退订</button></form>""") : unknown();
    }

    @POST
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA, MediaType.WILDCARD})
    @Produces(HTML)
    public Response unsubscribe(@PathParam("token") String token) {
        return links.read(token).map(this::stop).orElseGet(UnsubscribeResource::unknown);
    }

    /** A link whose message is gone is old, or its person was erased: the same words for both. */
    private Response stop(UUID link) {
        return stopMessages.unsubscribe(link)
                ? page(200, "<p>Done: you get no more of these. / 已退订。</p>")
                : page(
                        GONE,
                        "<p>This link is too old. Please change the choice in your account. / 链接已过期，请在账户中更改设置。</p>");
    }

    private static Response unknown() {
        return page(404, "<p>There is no such link. Was it copied in full? / 链接无效。</p>");
    }

    private static Response page(int status, String text) {
        String page = String.format(Locale.ROOT, """
                <!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>Unsubscribe</title><body style="font: 1.1rem sans-serif; max-width: 32rem; margin: 4rem auto; padding: 0 1rem">%s
                """, text);
        return Response.status(status)
                .entity(page)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'")
                .build();
    }
}
