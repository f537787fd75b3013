package dev.aisle.campaign.offers.coupons.use;

import dev.aisle.campaign.offers.coupons.Coupon;
import dev.aisle.campaign.offers.coupons.Refusal;
import dev.aisle.campaign.offers.coupons.Verdict;
import dev.aisle.campaign.offers.coupons.use.CheckCoupon.Checked;
import dev.aisle.campaign.offers.coupons.use.CodeGuesses.Attempt;
import dev.aisle.campaign.offers.coupons.use.UseRepository.Use;
import dev.aisle.campaign.shared.Language;
import dev.aisle.platform.problem.Problem;
import dev.aisle.platform.problem.Problem.FieldError;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Coupons at the till. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CouponUseResource {
    private static final String ID = "[A-Za-z0-9._:-]{1,100}";
    private static final String NO_ID = "an id of the caller's: 1 to 100 of A-Z a-z 0-9 . _ : -";

    private final CheckCoupon checkCoupon;
    private final ReserveCoupon reserveCoupon;
    private final SettleUse settleUse;
    private final CodeGuesses guesses;

    CouponUseResource(CheckCoupon checkCoupon, ReserveCoupon reserveCoupon, SettleUse settleUse, CodeGuesses guesses) {
        this.guesses = guesses;
        this.checkCoupon = checkCoupon;
        this.reserveCoupon = reserveCoupon;
        this.settleUse = settleUse;
    }

    /** Why a coupon isn't taken. */
    record ReasonView(String code, String text) {
        static ReasonView of(Refusal refusal, Language language) {
            return new ReasonView(refusal.code(), refusal.text(language));
        }
    }

    /** What a code would give; {@code reason} says why nothing. */
    record CheckView(
            boolean applies,
            @Nullable String coupon,
            long off,
            @Nullable String gift,
            @Nullable ReasonView reason) {
        static CheckView of(Checked checked, Language language) {
            Coupon coupon = checked.coupon();
            String id = coupon == null ? null : coupon.id();
            return switch (checked.verdict()) {
                case Verdict.Applies yes -> new CheckView(true, id, yes.off(), yes.gift(), null);
                case Verdict.Refused no -> new CheckView(false, id, 0, null, ReasonView.of(no.reason(), language));
            };
        }
    }

    /** A use and where it stands: reserved, redeemed, released or expired. */
    record UseView(
            String id,
            String coupon,
            String state,
            long off,
            @Nullable String gift,
            String currency,
            Instant expiresAt) {
        static UseView of(Use use) {
            return new UseView(
                    use.id(),
                    use.couponId(),
                    use.state().code(),
                    use.gives().off(),
                    use.gives().gift(),
                    use.currency(),
                    use.expiresAt());
        }
    }

    @POST
    @Path("/coupon-checks")
    @RolesAllowed(Role.STOREFRONT)
    @Operation(summary = "What a code would give for a basket, or why nothing; holds nothing")
    public Response check(
            @Context SecurityContext caller, @NotNull(message = "send a code with a basket") @Valid BasketBody body) {
        try (Attempt attempt = guesses.begin(caller.getUserPrincipal().getName(), body.code())) {
            if (attempt.secondsToWait() > 0) {
                return tooManyMisses(attempt.secondsToWait());
            }
            Checked checked = checkCoupon.check(body.toRequest());
            attempt.ended(checked.verdict() instanceof Verdict.Refused no
                    && no.reason().isMiss());
            return Response.ok(CheckView.of(checked, Language.of(body.locale())))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        }
    }

    private static Response tooManyMisses(int seconds) {
        Problem problem = Problem.of(
                "too-many-wrong-codes",
                429,
                "Too many codes were wrong. Let the customer try this one again in " + seconds + " s.");
        return Response.fromResponse(Problems.answer(problem))
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .build();
    }

    @PUT
    @Path("/coupon-uses/{id}")
    @RolesAllowed(Role.STOREFRONT)
    @Operation(
            summary = "Reserves a use for an order that is being placed",
            description =
                    "The id is the caller's: the same request again gives the same answer. The reservation is kept"
                            + " until expiresAt at least.")
    public Response reserve(
            @PathParam("id") @Pattern(regexp = ID, message = NO_ID) String id,
            @Context SecurityContext caller,
            @NotNull(message = "send a code with a basket") @Valid BasketBody body) {
        try (Attempt attempt = guesses.begin(caller.getUserPrincipal().getName(), body.code())) {
            if (attempt.secondsToWait() > 0) {
                return tooManyMisses(attempt.secondsToWait());
            }
            UseOutcome outcome = reserveCoupon.reserve(id, body.toRequest());
            attempt.ended(
                    outcome instanceof UseOutcome.Refused no && no.reason().isMiss());
            return answer(outcome, Language.of(body.locale()));
        }
    }

    @POST
    @Path("/coupon-uses/{id}/redemption")
    @RolesAllowed(Role.STOREFRONT)
    @Operation(summary = "The order is placed: what was reserved is spent")
    public Response redeem(@PathParam("id") @Pattern(regexp = ID, message = NO_ID) String id) {
        return answer(settleUse.redeem(id), Language.EN);
    }

    @POST
    @Path("/coupon-uses/{id}/release")
    @RolesAllowed(Role.STOREFRONT)
    @Operation(summary = "The order isn't placed, or it is cancelled: the use is given back")
    public Response release(@PathParam("id") @Pattern(regexp = ID, message = NO_ID) String id) {
        return answer(settleUse.release(id), Language.EN);
    }

    private static Response answer(UseOutcome outcome, Language language) {
        return switch (outcome) {
            case UseOutcome.Stands stands ->
                Response.ok(UseView.of(stands.use()))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build();
            case UseOutcome.Refused refused ->
                Problems.answer(Problem.of(
                        refused.reason().code(),
                        409,
                        refused.reason().text(language),
                        new FieldError(
                                refused.reason().field(), refused.reason().remedy())));
            case UseOutcome.IdTaken ignored ->
                Problems.conflict("use-id-taken", "This id belongs to a use of another request; take a new id.");
            case UseOutcome.NoSuchUse ignored -> Problems.notFound("coupon-use");
            case UseOutcome.Over over ->
                Problems.conflict(
                        "use-over", "This use is " + over.use().state().code() + "; reserve again under a new id.");
        };
    }
}
