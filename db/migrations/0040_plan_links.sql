-- Links are read from both ends. The key of a link table begins with one end; these lead in from the other.
create index goal_need_need on goal_need (municipality_id, plan_version_id, need_id);
create index need_target_group_target_group on need_target_group (municipality_id, plan_version_id, target_group_id);
create index need_topic_topic on need_topic (municipality_id, plan_version_id, topic_id);
create index goal_topic_topic on goal_topic (municipality_id, plan_version_id, topic_id);
create index measure_topic_topic on measure_topic (municipality_id, plan_version_id, topic_id);
create index measure_target_group_target_group on measure_target_group (municipality_id, plan_version_id, target_group_id);
create index goal_parent on goal (municipality_id, plan_version_id, parent_id) where parent_id is not null;
create index goal_field on goal (municipality_id, plan_version_id, action_field_id);
create index need_merged_into on need (municipality_id, plan_version_id, merged_into_id) where merged_into_id is not null;
