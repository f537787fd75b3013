package dev.aisle.campaign.offers.coupons.making;

import dev.aisle.campaign.offers.coupons.Coupon;
import dev.aisle.campaign.offers.coupons.CouponCode;
import dev.aisle.campaign.offers.coupons.CouponRepository.Standing;
import dev.aisle.campaign.offers.coupons.InvalidCouponException;
import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Coupons for the marketer. */
@Path("/v1/coupons")
@Changes("coupon")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CouponResource {
    private static final String PSEUDONYM = "p1\\.[A-Za-z0-9_-]{1,32}\\.[A-Za-z0-9_-]{32}";

    private final MakeCoupons makeCoupons;
    private final IssueCodes issueCodes;

    CouponResource(MakeCoupons makeCoupons, IssueCodes issueCodes) {
        this.makeCoupons = makeCoupons;
        this.issueCodes = issueCodes;
    }

    /** All coupons, by id. */
    record CouponList(List<CouponView> coupons) {}

    /**
     * Which codes to issue: one of both.
     *
     * @param count so many drawn ones
     * @param code one that is chosen, for a shared coupon
     */
    record CodesBody(
            @Nullable
            @Min(value = 1, message = "must be 1 to 10000")
            @Max(value = 10_000, message = "must be 1 to 10000")
            Integer count,

            @Nullable @Pattern(regexp = "[A-Za-z0-9]{3,15}", message = "must have 3 to 15 letters and digits")
            String code) {}

    /** People who get a code each. */
    record SubjectsBody(
            @NotNull(message = "is missing: a list of pseudonyms")
            @Size(min = 1, max = 10_000, message = "must have 1 to 10000")
            List<@NotNull(message = "is null") @Pattern(regexp = PSEUDONYM, message = "is not a pseudonym") String>
                    subjects) {}

    @GET
    @RolesAllowed(Role.MARKETER)
    @Operation(summary = "All coupons with what is reserved and redeemed of them, by id")
    public Response list() {
        return Response.ok(new CouponList(
                        makeCoupons.all().stream().map(CouponView::of).toList()))
                .build();
    }

    @POST
    @RolesAllowed(Role.MARKETER)
    @Operation(
            summary = "Makes a coupon",
            description =
                    "Money is in minor units of the currency. The same one again changes nothing; another one with its id is 409.")
    public Response make(@NotNull(message = "send a coupon as a JSON object") @Valid CouponBody body) {
        Coupon coupon;
        try {
            coupon = body.toCoupon();
        } catch (InvalidCouponException e) {
            return Problems.invalidField(e.field(), String.valueOf(e.getMessage()));
        }
        return makeCoupons
                .make(coupon)
                .map(standing -> Response.status(Response.Status.CREATED)
                        .entity(CouponView.of(standing))
                        .build())
                .orElseGet(() -> Problems.conflict(
                        "coupon-exists",
                        "There is another coupon with this id, and coupons don't change: take a new id."));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Role.MARKETER)
    @Operation(summary = "One coupon")
    public Response read(@PathParam("id") String id) {
        return shown(makeCoupons.find(id));
    }

    @POST
    @Path("/{id}/end")
    @RolesAllowed(Role.MARKETER)
    @Operation(summary = "Ends a coupon: nothing more is reserved; what is reserved may be redeemed")
    public Response end(@PathParam("id") String id) {
        return shown(makeCoupons.end(id));
    }

    private static Response shown(Optional<Standing> found) {
        return found.map(standing -> Response.ok(CouponView.of(standing)).build())
                .orElseGet(() -> Problems.notFound("coupon"));
    }

    @POST
    @Path("/{id}/codes")
    @RolesAllowed(Role.MARKETER)
    @Operation(
            summary = "Issues codes: {count} drawn ones, or one chosen {code} of a shared coupon",
            description = "This answer is the only place where they can be read.")
    public Response issue(@PathParam("id") String id, @NotNull(message = "send count or code") @Valid CodesBody body) {
        Integer count = body.count();
        String code = body.code();
        if (count != null && code == null) {
            return answer(issueCodes.draw(id, count));
        }
        return code != null && count == null
                ? answer(issueCodes.choose(id, CouponCode.typed(code).orElseThrow()))
                : Problems.invalidField("count", "send either count or code");
    }

    @POST
    @Path("/{id}/personal-codes")
    @RolesAllowed(Role.SERVICE)
    @Operation(
            summary = "Issues a code for each of some people, of a personal coupon",
            description = "People who were erased get none. This answer is the only place where the codes can be read.")
    public Response issueFor(@PathParam("id") String id, @NotNull(message = "send subjects") @Valid SubjectsBody body) {
        return answer(issueCodes.drawFor(id, body.subjects()));
    }

    private static Response answer(IssueCodes.Outcome outcome) {
        return switch (outcome) {
            case IssueCodes.Outcome.Issued issued ->
                created(Map.of(
                        "codes",
                        issued.codes().stream().map(CouponCode::readable).toList()));
            case IssueCodes.Outcome.IssuedTo issued -> {
                Map<String, String> codes = new LinkedHashMap<>();
                issued.codes().forEach((subject, code) -> codes.put(subject, code.readable()));
                yield created(Map.of("codes", codes));
            }
            case IssueCodes.Outcome.NoSuchCoupon ignored -> Problems.notFound("coupon");
            case IssueCodes.Outcome.OtherKind other ->
                Problems.conflict(
                        "other-kind-of-codes",
                        "This coupon has " + other.kind()
                                + " codes. SHARED takes count or code, SINGLE_USE count, PERSONAL subjects.");
            case IssueCodes.Outcome.CodeTaken ignored ->
                Problems.conflict("code-taken", "This code is in use already; choose another one.");
        };
    }

    private static Response created(Object entity) {
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(entity)
                .build();
    }
}
