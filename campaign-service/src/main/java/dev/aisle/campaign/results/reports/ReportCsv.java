package dev.aisle.campaign.results.reports;

import dev.aisle.campaign.results.reports.ReportViews.ArmView;
import dev.aisle.campaign.results.reports.ReportViews.EstimateView;
import dev.aisle.campaign.results.reports.ReportViews.NthView;
import dev.aisle.campaign.results.reports.ReportViews.ReportView;
import dev.aisle.campaign.results.reports.ReportViews.ResponseView;
import dev.aisle.campaign.results.reports.ReportViews.SumsView;
import org.jspecify.annotations.Nullable;

/** A report as a table: a figure a row, empty where there is none. Names and numbers only, so that nothing needs quotes. */
final class ReportCsv {
    private final StringBuilder rows = new StringBuilder("metric,arm,variation,n,sum,error_of_mean,value,low,high\n");

    private ReportCsv() {}

    static String of(ReportView report) {
        ReportCsv csv = new ReportCsv();
        for (ArmView arm : report.arms()) {
            csv.sums("converted", arm, arm.converted(), arm.conversionRate());
            csv.sums("revenue_minor", arm, arm.revenue(), arm.revenuePerPerson());
        }
        if (report.effect() != null) {
            csv.estimate("conversions_per_hundred", report.effect().conversionsPerHundred());
            csv.estimate("conversions", report.effect().conversions());
            csv.estimate("revenue_per_person_minor", report.effect().revenuePerPerson());
            csv.estimate("incremental_revenue_minor", report.effect().revenue());
            csv.estimate("content_per_hundred", report.effect().contentPerHundred());
        }
        if (report.cost() != null) {
            csv.value("cost_minor", report.cost());
            csv.estimate("incremental_revenue_after_cost_minor", report.afterCost());
            csv.estimate("returned_per_unit_of_cost", report.returned());
        }
        if (report.responses() != null) {
            csv.responses(report.responses());
        }
        return csv.rows.toString();
    }

    private void responses(ResponseView one) {
        value("reached", one.reached());
        value("contacts", one.contacts());
        value("opened", one.opened());
        value("clicked", one.clicked());
        one.delivery().forEach((state, number) -> value("messages_" + state, number));
        one.said().forEach((word, people) -> value("said_" + word, people));
        for (NthView nth : one.byContact()) {
            value("click_rate_of_contact_" + nth.contact(), nth.clickRate());
        }
    }

    private void sums(String metric, ArmView arm, SumsView sums, double mean) {
        rows.append(metric).append(',').append(arm.arm()).append(',');
        rows.append(arm.variation() == null ? "" : arm.variation()).append(',');
        rows.append(sums.n()).append(',').append(sums.sum()).append(',').append(sums.errorOfMean());
        rows.append(',').append(mean).append(",,\n");
    }

    private void estimate(String metric, @Nullable EstimateView one) {
        if (one != null) {
            rows.append(metric).append(",,,,,,").append(one.value()).append(',');
            rows.append(one.low()).append(',').append(one.high()).append('\n');
        }
    }

    private void value(String metric, Number value) {
        rows.append(metric).append(",,,,,,").append(value).append(",,\n");
    }
}
