package dev.aisle.campaign.offers.coupons.making;

import dev.aisle.campaign.offers.coupons.BenefitKind;
import dev.aisle.campaign.offers.coupons.CodeKind;
import dev.aisle.campaign.offers.coupons.Coupon;
import dev.aisle.campaign.offers.coupons.InvalidCouponException;
import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.console.Console;
import dev.aisle.platform.console.Form;
import dev.aisle.platform.console.Words;
import dev.aisle.platform.problem.Problem.FieldError;
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
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All coupons for the marketer, and a form for a new one. */
@Path("/console/campaigns/coupons")
@Changes("coupon")
@RunOnVirtualThread
@RolesAllowed(Role.MARKETER)
public class CouponConsole {
    private static final String NEW = "campaigns_coupon_new";

    private final Console console;
    private final MakeCoupons makeCoupons;
    private final InstantSource clock;

    CouponConsole(Console console, MakeCoupons makeCoupons, InstantSource clock) {
        this.console = console;
        this.makeCoupons = makeCoupons;
        this.clock = clock;
    }

    /** A choice of a list. */
    record Choice(String value, String key, boolean chosen) {}

    /** The form. */
    record Draft(Form form, List<Choice> kinds, List<Choice> codes) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance list(List<CouponRow> rows);

        static native TemplateInstance draft(Draft draft);
    }

    @GET
    public Response list() {
        Words words = console.words();
        return console.page(
                "campaigns_coupons",
                Templates.list(makeCoupons.all().stream()
                        .map(standing -> CouponRow.of(standing, words, clock.instant()))
                        .toList()));
    }

    @GET
    @Path("/new")
    public Response draft() {
        return console.page(
                NEW, page(Form.of(Map.of("currency", "EUR", "benefit.kind", "PERCENT", "codes", "SHARED"))));
    }

    @POST
    @Path("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response make(MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        Coupon coupon;
        try {
            coupon = new CouponForm(form).coupon();
        } catch (InvalidCouponException e) {
            return invalid(form, e.field(), String.valueOf(e.getMessage()));
        }
        return makeCoupons.make(coupon).isPresent()
                ? console.goTo("/console/campaigns/coupons/one/" + coupon.id(), "campaigns_coupon_made")
                : invalid(form, "id", console.words().say("campaigns_coupon_taken"));
    }

    private Response invalid(Form form, String field, String message) {
        return console.invalid(NEW, page(form.with(List.of(new FieldError(field, message)))));
    }

    private static TemplateInstance page(Form form) {
        return Templates.draft(new Draft(
                form,
                choices(BenefitKind.values(), "campaigns_benefit_", form.value("benefit.kind")),
                choices(CodeKind.values(), "campaigns_codes_", form.value("codes"))));
    }

    private static List<Choice> choices(Enum<?>[] all, String prefix, String chosen) {
        return Arrays.stream(all)
                .map(one -> new Choice(
                        one.name(),
                        prefix + one.name().toLowerCase(Locale.ROOT),
                        one.name().equals(chosen)))
                .toList();
    }
}
