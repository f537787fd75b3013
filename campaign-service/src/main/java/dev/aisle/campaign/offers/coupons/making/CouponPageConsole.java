package dev.aisle.campaign.offers.coupons.making;

import dev.aisle.campaign.offers.coupons.Basket.Line;
import dev.aisle.campaign.offers.coupons.CodeKind;
import dev.aisle.campaign.offers.coupons.CouponCode;
import dev.aisle.campaign.offers.coupons.CouponRepository.Standing;
import dev.aisle.campaign.offers.coupons.InvalidCouponException;
import dev.aisle.campaign.offers.coupons.Verdict;
import dev.aisle.campaign.offers.coupons.use.BasketBody;
import dev.aisle.campaign.offers.coupons.use.CheckCoupon;
import dev.aisle.campaign.offers.coupons.use.CheckCoupon.Checked;
import dev.aisle.campaign.offers.coupons.use.UseRepository.Use;
import dev.aisle.campaign.offers.coupons.use.UseRequest;
import dev.aisle.campaign.shared.Language;
import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.audit.ChangesNothing;
import dev.aisle.platform.console.Console;
import dev.aisle.platform.console.Form;
import dev.aisle.platform.problem.Problem.FieldError;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** One coupon: how it stands, codes to issue, a code tried as the till would, what the till did lately, and its end. */
@Path("/console/campaigns/coupons/one/{id}")
@Changes("coupon")
@RunOnVirtualThread
@RolesAllowed(Role.MARKETER)
public class CouponPageConsole {
    private static final String ID = "[a-z0-9][a-z0-9-]{0,63}";
    private static final int MOST_CODES = 10_000;
    private static final int LATEST = 50;

    private final Console console;
    private final MakeCoupons makeCoupons;
    private final IssueCodes issueCodes;
    private final CheckCoupon checkCoupon;
    private final InstantSource clock;

    CouponPageConsole(
            Console console,
            MakeCoupons makeCoupons,
            IssueCodes issueCodes,
            CheckCoupon checkCoupon,
            InstantSource clock) {
        this.console = console;
        this.makeCoupons = makeCoupons;
        this.issueCodes = issueCodes;
        this.checkCoupon = checkCoupon;
        this.clock = clock;
    }

    /** What the till did: whose it was isn't shown. */
    record UseRow(String id, String state, long off, Instant reservedAt, Instant expiresAt) {
        static UseRow of(Use use) {
            return new UseRow(use.id(), use.state().code(), use.gives().off(), use.reservedAt(), use.expiresAt());
        }

        public String key() {
            return "campaigns_use_" + state;
        }
    }

    /**
     * What a code that was tried would do.
     *
     * @param off minor units; nothing for a gift
     * @param reason why it isn't taken; {@code null} when it is
     * @param coupon of which it is, when it is another one; {@code null} when it is this one or none
     */
    record Tried(
            long off, @Nullable String reason, @Nullable String coupon) {}

    /**
     * The page.
     *
     * @param codes just issued; this is the only time that they are shown
     */
    record Whole(
            CouponRow row,
            List<UseRow> uses,
            Form form,
            List<String> codes,
            @Nullable Tried tried) {
        public String at() {
            return "/console/campaigns/coupons/one/" + row.coupon().id();
        }

        public String endAt() {
            return at() + "/end";
        }

        public boolean shared() {
            return row.coupon().codes() == CodeKind.SHARED;
        }

        public boolean personal() {
            return row.coupon().codes() == CodeKind.PERSONAL;
        }

        public String joined() {
            return String.join("\n", codes);
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance one(Whole whole);
    }

    @GET
    public Response one(@RestPath String id) {
        return page(id, 200, Form.of(Map.of()), List.of(), null);
    }

    @POST
    @Path("/codes")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response issue(@RestPath String id, MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        String code = form.value("code").strip();
        String count = form.value("count").strip();
        if (!id.matches(ID)) {
            return Problems.notFound("coupon");
        }
        if (!code.isEmpty()) {
            return code.matches("[A-Za-z0-9]{3,15}")
                    ? issued(
                            id,
                            form,
                            "code",
                            issueCodes.choose(id, CouponCode.typed(code).orElseThrow()))
                    : wrong(id, form, "code", "campaigns_code_wrong");
        }
        return count.matches("[0-9]{1,5}") && Integer.parseInt(count) >= 1 && Integer.parseInt(count) <= MOST_CODES
                ? issued(id, form, "count", issueCodes.draw(id, Integer.parseInt(count)))
                : wrong(id, form, "count", "campaigns_count_wrong");
    }

    @POST
    @Path("/try")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @ChangesNothing("tries a code")
    public Response tryCode(@RestPath String id, MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        Optional<Standing> standing = id.matches(ID) ? makeCoupons.find(id) : Optional.empty();
        if (standing.isEmpty()) {
            return Problems.notFound("coupon");
        }
        String typed = form.value("tried");
        if (CouponCode.typed(typed.substring(0, Math.min(100, typed.length()))).isEmpty()) {
            return wrong(id, form, "tried", "campaigns_tried_wrong");
        }
        String currency = standing.get().coupon().currency();
        Long sum;
        try {
            sum = new CouponForm(form).money("basket", currency);
        } catch (InvalidCouponException e) {
            return again(id, form, new FieldError("basket", String.valueOf(e.getMessage())));
        }
        if (sum == null || sum < 0 || sum > BasketBody.MOST) {
            return wrong(id, form, "basket", "campaigns_basket_wrong");
        }
        Set<String> categories = standing.get().coupon().conditions().categories();
        Checked checked = checkCoupon.check(
                new UseRequest(typed, null, currency, List.of(new Line("tried", categories, 1, sum)), 0, 0, List.of()));
        String other = checked.coupon() == null || checked.coupon().id().equals(id)
                ? null
                : checked.coupon().id();
        Language language = Language.of(console.words().language().tag());
        Tried tried = switch (checked.verdict()) {
            case Verdict.Applies yes -> new Tried(yes.off(), null, other);
            case Verdict.Refused no -> new Tried(0, no.reason().text(language), other);
        };
        return page(id, 200, form, List.of(), tried);
    }

    @POST
    @Path("/end")
    public Response end(@RestPath String id) {
        return id.matches(ID) && makeCoupons.end(id).isPresent()
                ? console.goTo("/console/campaigns/coupons/one/" + id, "campaigns_coupon_is_ended")
                : Problems.notFound("coupon");
    }

    private Response issued(String id, Form form, String field, IssueCodes.Outcome outcome) {
        return switch (outcome) {
            case IssueCodes.Outcome.Issued issued ->
                page(
                        id,
                        200,
                        Form.of(Map.of()),
                        issued.codes().stream().map(CouponCode::readable).toList(),
                        null);
            case IssueCodes.Outcome.IssuedTo _ -> wrong(id, form, field, "campaigns_codes_other");
            case IssueCodes.Outcome.OtherKind _ -> wrong(id, form, field, "campaigns_codes_other");
            case IssueCodes.Outcome.CodeTaken _ -> wrong(id, form, field, "campaigns_code_taken");
            case IssueCodes.Outcome.NoSuchCoupon _ -> Problems.notFound("coupon");
        };
    }

    private Response wrong(String id, Form form, String field, String key) {
        return again(id, form, new FieldError(field, console.words().say(key)));
    }

    private Response again(String id, Form form, FieldError error) {
        return page(id, 422, form.with(List.of(error)), List.of(), null);
    }

    private Response page(String id, int status, Form form, List<String> codes, @Nullable Tried tried) {
        return (id.matches(ID) ? makeCoupons.find(id) : Optional.<Standing>empty())
                .map(standing -> console.named(
                        status,
                        id,
                        Templates.one(new Whole(
                                CouponRow.of(standing, console.words(), clock.instant()),
                                makeCoupons.uses(id, LATEST).stream()
                                        .map(UseRow::of)
                                        .toList(),
                                form,
                                codes,
                                tried))))
                .orElseGet(() -> Problems.notFound("coupon"));
    }
}
