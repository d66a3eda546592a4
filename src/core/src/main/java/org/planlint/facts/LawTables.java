package org.planlint.facts;

import java.util.List;
import java.util.Map;

/**
 * The law's data with its dates.
 *
 * @param regimes   which norm on form was in force when
 * @param provinces the provinces by name
 * @param agencies  ministries, departments and councils by name
 * @param organisations bodies that are no state bodies
 * @param replaced  acts that another has replaced, by their number
 * @param issuers   who issues what bears a symbol
 */
public record LawTables(
        Regimes regimes,
        List<NamePeriod> provinces,
        List<NamePeriod> agencies,
        List<OrganisationNames> organisations,
        Map<String, Replacement> replaced,
        List<IssuerOfSymbol> issuers) {
    public LawTables {
        provinces = List.copyOf(provinces);
        agencies = List.copyOf(agencies);
        organisations = List.copyOf(organisations);
        replaced = Map.copyOf(replaced);
        issuers = List.copyOf(issuers);
    }
}
