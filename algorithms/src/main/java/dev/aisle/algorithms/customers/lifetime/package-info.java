/**
 * How many purchases a customer will still make and what they are worth: BG/NBD, MBG/NBD and their regular forms (M)BG/CNBD-k,
 * Pareto/NBD, NBD for the counts, Gamma-Gamma for the spend.
 *
 * <p><b>What goes in.</b> For each customer {@code x} purchases behind the first one, {@code t_x} the time from the first to the last,
 * {@code T} the time from the first until now, all in one unit (weeks, say). Purchases of one day are one.
 *
 * <p><b>What comes out.</b> {@link dev.aisle.algorithms.customers.lifetime.LifetimeFit#fit} finds the population's parameters by maximum
 * likelihood; the {@link dev.aisle.algorithms.customers.lifetime.LifetimeModel} it returns is a record of four numbers or fewer and
 * answers for each customer in microseconds: the probability of still being a customer (churn is one minus it), the purchases
 * expected in the next {@code t}, for a newcomer too (an empty history), and the discounted sum over all the future.
 * {@link dev.aisle.algorithms.customers.lifetime.CustomerValue} adds the spend: value over some months, and an interval of it.
 *
 * <p><b>How.</b> No hypergeometric functions: each quantity is written as an integral or a series of positive terms and summed as
 * such, in logarithms, so that nothing cancels at no purchase, a million purchases, or {@code s = 1}, {@code a = 1}, where the
 * printed formulas divide zero by zero.
 *
 * <p><b>Interval.</b> Of the money that will really come, not of its mean: the customer's rate, dropout and mean spend are drawn from
 * their posterior, then purchases and amounts of each month; the interval is between quantiles of the drawn sums. It holds what
 * the future brings as often as its level says when customers behave like the model; the uncertainty of the population's parameters is
 * left out, which matters below a few hundred customers.
 *
 * @see <a href="https://doi.org/10.1287/mksc.1040.0098">Fader, Hardie, Lee 2005, BG/NBD</a>
 * @see <a href="https://doi.org/10.1016/j.ejor.2016.05.043">Platzer, Reutterer 2016, regular timing</a>
 */
@NullMarked
package dev.aisle.algorithms.customers.lifetime;

import org.jspecify.annotations.NullMarked;
