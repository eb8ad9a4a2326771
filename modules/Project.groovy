package mcnet.modules

import mcnet.lxd.server.Servers
import static mcnet.schema.Family.IPV4
import static mcnet.schema.Family.IPV6
import static mcnet.schema.NamingRule.PROJECT

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.node.ObjectNode
import groovy.transform.CompileStatic
import groovy.transform.stc.POJO
import mcnet.diagnostic.Diagnostic
import mcnet.lxd.LxdConfig
import mcnet.lxd.Paths
import mcnet.lxd.project.ProjectGrantConfig
import mcnet.lxd.project.Projects
import mcnet.model.Declaration
import mcnet.module.Module
import mcnet.module.PlanningContext
import mcnet.module.StepBuilder
import mcnet.module.declaration.Kinds
import mcnet.observe.Query
import mcnet.plan.Action
import mcnet.plan.Change
import mcnet.plan.DesiredResource
import mcnet.plan.Mark
import mcnet.plan.ObservedResource
import mcnet.plan.ResourceId
import mcnet.plan.Step

/**
 * A tenant: networks of its own, and what it may use of the cluster's. LXD looks at its limits only in a restricted
 * project ({@code lxd/project/permissions.go}), so whatever grants something also restricts.
 */
@CompileStatic
@POJO
class Project implements Module {

    @Override
    void declare(Kinds kinds) {
        kinds.resource('project', 'A tenant with its own networks, and what it may use of the cluster.') {
            naming PROJECT
            api 'projects'
            command 'project'
            ownKeys()
            example '''
                project acme {
                  grant public { ipv4 { addresses = 4 } }
                  network front {
                    uplink = public
                    ipv4 { address = 10.43.1.1/24  nat = true }
                  }
                }
            '''
            description()
            attribute('networks', words('own', 'shared'), 'Whether it has its own networks; default here: own.') { serverDefault 'shared' }
            attribute('zones', either(words('own', 'shared'), list(domain)), 'Whether it has its own zones, or the domains that it may use.') {
                serverDefault 'none'
            }
            attribute('access', list(label), 'The networks of other projects that it may use.') { serverDefault 'none' }
            protect()
            ignore()
        }

        kinds.kind('grant', 'An uplink that the project may use, and its limits there; its name is the uplink\'s.') {
            within 'project'
            example '''
                project acme {
                  grant public { ipv4 { subnets = [198.51.100.128/28]  addresses = 4 } }
                }
            '''
            block('ipv4', 'What it may use of IPv4.')
            attribute('ipv4.subnets', list(subnet(IPV4)), 'Networks outside that it may route or listen on.')
            attribute('ipv4.addresses', whole(0L..4294967295L), 'How many addresses of the uplink it may take.') {
                since 'projects_limits_uplink_ips'
            }
            block('ipv6', 'What it may use of IPv6.')
            attribute('ipv6.subnets', list(subnet(IPV6)), 'Networks outside that it may route or listen on.')
            attribute('ipv6.addresses', whole(0L..4294967295L), 'How many addresses of the uplink it may take.') {
                since 'projects_limits_uplink_ips'
            }
        }

        kinds.kind('limits', 'How much the project may create.') {
            within 'project'
            unnamed()
            example '''
                project acme {
                  limits { networks = 3 }
                }
            '''
            attribute('networks', whole(0L..4294967295L), 'How many networks.')
        }
    }

    /** It is granted uplinks, which must be there. */
    @Override
    List<String> follows() {
        return ['uplink']
    }

    @Override
    List<Query> queries(PlanningContext now) {
        return [Projects.LIST]
    }

    private static String path(ResourceId id) {
        return '/1.0/projects/' + Paths.encode(id.name())
    }

    @Override
    DesiredResource desired(Declaration declaration, PlanningContext now) {
        return ProjectGrantConfig.desired(declaration, now)
    }

    @Override
    List<ObservedResource> found(PlanningContext now) {
        List<ObservedResource> projects = []
        for (JsonNode project : now.seen().of(Projects.LIST).value()) {
            String name = project.path('name').asText()
            if (name == 'default') continue
            List<String> usedBy = []
            for (JsonNode user : project.path('used_by')) {
                if (!user.asText().startsWith('/1.0/profiles/default?')) usedBy << user.asText()
            }
            projects << new ObservedResource(new ResourceId('project', name), ProjectGrantConfig.values(project, kind()), Mark.of(LxdConfig.of(project)),
                'Created', ProjectGrantConfig.needs(project), usedBy, false)
        }
        return projects
    }

    @Override
    List<Diagnostic> obstacles(Change change, PlanningContext now) {
        return change.action() == Action.CHANGE ? ProjectGrantConfig.fixed(change) : []
    }

    private static JsonNode seen(ResourceId id, PlanningContext now) {
        return now.seen().of(Projects.LIST).value().valueStream()
            .filter((JsonNode p) -> p.path('name').asText() == id.name()).findFirst().get()
    }

    @Override
    List<String> participants(Change change, PlanningContext now) {
        boolean told = change.action() in [Action.CREATE, Action.REMOVE] && Servers.areProjectsOfAll(now)
        return told ? now.declared() : []
    }

    @Override
    List<Step> steps(Change change, PlanningContext now) {
        String name = change.id().name()
        if (change.action() == Action.REMOVE) {
            return [StepBuilder.on(change, now.lead(), "remove project ${name}").delete(path(change.id())).undo('declare it again').step()]
        }
        if (change.action() == Action.CREATE) {
            def config = LxdConfig.initial(change)
            config.putAll(ProjectGrantConfig.config(change))
            config.putAll(change.desired().get().mark(now.program().name()).config())
            return [StepBuilder.on(change, now.lead(), "create project ${name}")
                .post('/1.0/projects', LxdConfig.body(config, '').put('name', name)).undo("delete project ${name}").step()]
        }
        JsonNode before = seen(change.id(), now)
        ObjectNode body = LxdConfig.whole(change, before, now.program().name())
        ObjectNode config = body.withObject('/config')
        for (def entry : ProjectGrantConfig.config(change).entrySet()) {
            if (entry.value.empty) config.remove(entry.key)
            else config.put(entry.key, entry.value)
        }
        return [StepBuilder.on(change, now.lead(), "${change.verb()} project ${name}")
            .put(path(change.id()), body, LxdConfig.writable(before)).undo('put back what the plan shows').step()]
    }
    @Override
    List<Step> release(Change change, PlanningContext now) {
        return [StepBuilder.on(change, now.lead(), "release ${change.id()}")
            .unmark(path(change.id()), LxdConfig.writable(seen(change.id(), now))).step()]
    }

}
