# dateline_find_acorn(TARGET): emcc's optimizer imports acorn; Debian keeps it in a folder where Node does not look by
# itself, so a target that emcc links gets that folder on Node's path.
function(dateline_find_acorn target)
  if(EXISTS /usr/share/nodejs/acorn)
    set_property(TARGET ${target} PROPERTY RULE_LAUNCH_LINK "${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs")
  endif()
endfunction()
